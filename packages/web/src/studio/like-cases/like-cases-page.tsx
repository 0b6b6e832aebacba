import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStatistics } from '../../api/queries.ts';
import { SelectFilter } from '../../design/select-filter.tsx';
import { Empty, Failure, Loading } from '../../design/states.tsx';
import { GroupChooser } from '../../statistics/group-chooser.tsx';
import classes from '../../statistics/statistics.module.css';
import { groupings } from '../../statistics/statistics-search.ts';
import { useGroupName } from '../../statistics/use-group-name.ts';
import layout from '../studio.module.css';
import { StudioPage } from '../studio-page.tsx';
import { daysCompared, studioQueryOf } from '../studio-search.ts';
import { LikeCasesFigure } from './like-cases-figure.tsx';

const groupingsOfCases = groupings.filter((name) => name !== 'grounds');

/** How closures on the same grounds went, office by office or by something else, as of the instant that the page looks at. */
export function LikeCasesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/studio/like-cases' });
  const { grounds: _, groupBy: __, ...others } = search;
  const known = useStatistics({ ...studioQueryOf(others), groupBy: 'grounds' });
  const nameOf = useGroupName();
  const navigate = useNavigate({ from: '/studio/like-cases' });
  const choices = (known.data?.groups ?? [])
    .toSorted((a, b) => b.total - a.total)
    .flatMap(({ group }) => (group === null ? [] : [group]));
  const grounds = search.grounds ?? choices[0];
  return (
    <StudioPage picture="like-cases" search={{ ...search, grounds: undefined }}>
      {known.isPending ? (
        <Loading lines={12} />
      ) : known.isError ? (
        <Failure error={known.error} onRetry={() => void known.refetch()} />
      ) : grounds === undefined ? (
        <Empty title={t('studio.likeCases.empty')} />
      ) : (
        <>
          <div className={layout.choices}>
            <p className={classes.by}>
              <span className="quiet">{t('studio.likeCases.grounds')}</span>
              <SelectFilter
                label={t('studio.likeCases.grounds')}
                value={grounds}
                all={t('studio.likeCases.mostFrequent')}
                options={choices.map((value) => ({ value, text: nameOf('grounds', value) }))}
                onChange={(value) => void navigate({ search: (now) => ({ ...now, grounds: value }) })}
              />
            </p>
            <GroupChooser by={comparedBy(search)} usual="office" choices={groupingsOfCases} />
            <p className={classes.by}>
              <span className="quiet">{t('studio.likeCases.compared')}</span>
              {daysCompared.map((days) => (
                <Link
                  key={days}
                  to="."
                  search={(now) => ({ ...now, after: days === 30 ? undefined : days })}
                  resetScroll={false}
                  data-current={days === (search.after ?? 30)}
                  activeOptions={{ exact: true }}
                >
                  {t('studio.likeCases.after', { count: days })}
                </Link>
              ))}
            </p>
          </div>
          <LikeCasesFigure
            query={{ ...studioQueryOf({ ...others, groupBy: comparedBy(search) }), grounds }}
            by={comparedBy(search)}
            after={search.after ?? 30}
          />
        </>
      )}
    </StudioPage>
  );
}

/** What like cases are compared by: by office unless the address asks for something else. */
function comparedBy({ groupBy }: { readonly groupBy?: string | undefined }) {
  return groupingsOfCases.find((name) => name === groupBy) ?? 'office';
}
