import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([CustomChart, GridComponent, LabelLayout, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

export { init } from 'echarts/core';
