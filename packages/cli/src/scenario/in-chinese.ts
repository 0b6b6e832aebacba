/** What the demonstration says in English, as it says it in Chinese. */
const texts: Readonly<Record<string, string>> = {
  'Rectification, November 2018': '2018年11月整治',
  'Example Data Processing, Cooling, Power Procurement, Equipment Leasing and Technical Consulting (Demonstration) Limited Liability Company of Fictitious Development Zone No. 12, Second Branch':
    '虚构第十二开发区示例数据处理、制冷服务、电力采购、设备租赁与技术咨询（演示）有限责任公司第二分公司',
  'Example operating licence': '示例经营许可证',
  'Example energy bureau (fictitious)': '示例能源局（虚构）',
  'Example power supply rules, article 12 (fictitious)': '示例供电管理规定第十二条（虚构）',
  'public security department': '公安部门',
  'handed over at the site': '现场当面送达',
  'To the review office, within 30 days of service.': '可自送达之日起30日内向复议机关申请复议。',

  // What the report says, in translation.
  'Cong Express, quoting mine owners, November 2018': 'Cong Express，引述矿场经营者，2018年11月（译文）',
  'miners displaced by floods in Sichuan said in July they were heading for Xinjiang':
    '因四川洪水撤离的矿工7月表示将前往新疆',
  'power outages in Guizhou and Xinjiang reportedly triggered strict inspections; local authorities initiated "rectification"; mines closed since 5 November, say owners':
    '据报道，贵州和新疆停电后开展严格检查；地方主管部门启动“整治”；经营者称矿场自11月5日起停产',
  'local authorities initiated "rectification"; mines closed since 5 November, say owners':
    '地方主管部门启动“整治”；经营者称矿场自11月5日起停产',
  'one miner had to sign a "guarantee book" citing the public security department\'s network information security work':
    '一名矿工须签署“保证书”，其中援引公安部门的网络信息安全工作',
  'one miner in Xinjiang was ordered to relocate or curtail power': '新疆一名矿工被要求搬迁或压减用电',
  "the same miner calls his industry's grid impact small and expects more mines to be hit":
    '该矿工称本行业对电网影响不大，并预计会有更多矿场受到影响',
  'mines report having lost "about 1 million capacity per day"': '矿场报告损失“每天约100万产能”',
  '"Rectification"': '“整治”',
  'Displaced by floods; said to be heading for Xinjiang': '因洪水撤离，据称前往新疆',
  'A "guarantee book" citing the public security department\'s network information security work. Its wording is not stated.':
    '“保证书”，援引公安部门的网络信息安全工作，具体措辞未载明。',
  "Our industry's impact on the grid is small. We expect more mines to be hit.":
    '本行业对电网影响不大。我们预计会有更多矿场受到影响。',
  'Of this registration the report states only where the miners said they came from. Name, operator, site, capacity and date are invented.':
    '关于本次登记，报道只提到矿工自称从何处来。名称、经营者、场址、容量和日期均为虚构。',
  'Of the direction the report states the two alternatives alone. The day by which it is due is invented; a cap is not stated.':
    '关于该用电指令，报道只提到两种选择。期限为虚构；上限未载明。',
  'Of the guarantee book the report states that it had to be signed and what it cites. The day by which it was due and the fingerprint of the document are invented.':
    '关于保证书，报道提到须签署及其援引内容。签署期限和文件指纹为虚构。',

  'Inspection of power use after the outages': '停电后的用电检查',
  'Installed capacity above the figure registered': '装机容量超过登记容量',
  'Two transformers run without the records of the power office': '两台变压器未在供电主管部门备案即投入运行',
  'Outage at the substation on 5 December': '12月5日变电站停电',
  'A hall was put into operation that is not in the power supply plan': '一座机房未列入供电方案即投入运行',

  'No load records of transformers 3 and 4.': '3号、4号变压器无负荷记录。',
  'No load records of transformer 1.': '1号变压器无负荷记录。',
  'Contracts of nine customers carry no verified real name.': '九名客户的合同未核实真实姓名。',
  'Contracts of three customers carry no verified real name.': '三名客户的合同未核实真实姓名。',
  'The cable route to hall 2 differs from the power supply plan.': '通往2号机房的电缆走向与供电方案不符。',
  'Tax registration still names the former county.': '税务登记仍为原县。',
  'Four employees have no verified real name at the office that holds the records.':
    '四名员工未在登记保管部门完成实名核实。',
  'Seven employees have no verified real name at the office that holds the records.':
    '七名员工未在登记保管部门完成实名核实。',
  'Fire doors of the north hall are blocked by crates.': '北机房防火门被木箱堵塞。',
  'The cooling alone draws 12 MW.': '仅制冷一项用电即达12 MW。',
  'Both transformers are beyond repair.': '两台变压器均已无法修复。',
  'The records of transformer 2 end in June.': '2号变压器的记录止于6月。',
  'Capacity connected could not be established.': '无法查明接入容量。',
  'Nine machines are not in the register of the mine.': '九台设备未列入矿场设备登记。',
  'The site draws more than its connection is laid out for.': '场址用电超过接入设计容量。',
  'No tax declarations since January.': '自1月起未进行纳税申报。',
  'Invoices of the third quarter are incomplete.': '第三季度发票不齐全。',
  'The cooling water runs into the neighbouring field.': '冷却水流入邻近农田。',
  'Capacity found on site: 44 MW; registered: 40 MW.': '现场查得容量44 MW，登记容量40 MW。',
  'Two of the tax declarations of 2017 are missing.': '缺少2017年两次纳税申报。',
  'Electricity invoices from March to June could not be shown.': '未能出示3月至6月的电费发票。',
  'The feed of the east hall is not metered separately.': '东机房供电未单独计量。',
  'Hall 3 is fed from hall 2 by a line that was never approved.': '3号机房由2号机房经未经批准的线路供电。',

  'The mine works for its operator alone.': '该矿场仅为经营者自用。',
  'Nothing wrong; the operator did not sign the record.': '未发现问题；经营者未在记录上签字。',

  'The mine has its own generator and drew nothing from the grid during the outage.':
    '该矿场有自备发电机，停电期间未从电网取电。',
  'The mine was switched off on the day of the outage.': '停电当日该矿场已关机。',
  'The figure registered was raised in August; the order takes the former one.':
    '登记容量已于8月上调，停产决定仍按原数认定。',
  'The inspectors counted machines that stood in crates.': '检查人员将尚在木箱中的设备计算在内。',
  'The records lie with the power office, which took them along in June.': '记录在供电主管部门，其已于6月取走。',

  'Nobody of the operator was at the site.': '经营者无人在场。',
  'The generator can be shown to carry the whole load.': '可以证明发电机能承担全部负荷。',
  'The order was signed in the evening of 5 November; the date of its entry was taken for its own.':
    '停产决定于11月5日晚签发，登记时误将录入日期作为决定日期。',
  'The order means the neighbouring site, which is not ours.': '该决定所指为相邻场址，并非本矿场。',
  'Every day of standstill costs rent and wages.': '停产每一天都要支付租金和工资。',
  'The order named the wrong site.': '停产决定写错了场址。',
  'The power went off in the whole district.': '全区停电。',
  'The count can only be repeated while the machines stand still.': '设备停机时方能重新清点。',
  'The generator was shown; nothing is lost by waiting for the decision.': '已查看发电机；等待复议决定不会造成损失。',
  'The cable was ordered and arrives in the third week of December.': '电缆已订购，12月第三周到货。',
  'It would make us answer for changes that the grid operator makes.': '这将使我方为电网企业的变更承担责任。',
  'The order of the cable was shown.': '已出示电缆订单。',
  'The social security office moves to another system until the end of January and issues no proofs.':
    '社会保险经办机构至1月底更换系统，暂不出具证明。',
  'We have been ready for the inspection for three weeks.': '我方已为检查准备了三周。',
  'The meter showed 14 MW on 30 November and 1 December.': '11月30日和12月1日电表读数为14 MW。',
  'Nobody can make good what the authority itself holds.': '资料在主管部门手中，任何人都无法整改。',
  '1. No order of switching off. 2. Nobody is named who is responsible at night. 3. The plan is the one of 2016.':
    '1. 未写明关停顺序。2. 未写明夜间责任人。3. 方案为2016年版本。',
  'Given up by its owner.': '经营者放弃经营。',
  'The former county has not released the file.': '原县尚未移出档案。',
  'The application named a capacity of 20 MW.': '申请中填写的容量为20 MW。',
  'The outage was at the substation; the mine had no part in it.': '停电发生在变电站，与该矿场无关。',
  'The count was wrong: of 31 MW found, 9 MW were never connected.': '清点有误：查得的31 MW中，9 MW从未接入。',
  'The release does not depend on the former county.': '移出档案与否不取决于原县。',
  'Whether the power office holds the records is what the appeal is about.':
    '供电主管部门是否持有记录正是复议所要审理的问题。',
  'The site was sold.': '场址已出售。',
  'Forty-four megawatts were found; the order stands with either figure.':
    '查得44兆瓦，无论按哪个登记数，停产决定均成立。',
  'The payments of October are missing; two employees are registered in another county.':
    '缺少10月缴费记录；两名员工在外县参保。',
  'The capacity in the application was knowingly wrong.': '申请人明知申请中的容量不实。',
  'Everything found was made good on 28 November and nobody has come since.':
    '所有问题已于11月28日整改完毕，此后无人前来复查。',
  'The power office is to be heard first about the load in January.': '须先听取供电主管部门对1月负荷的意见。',
  'The carrier has postponed the delivery.': '承运方推迟了交货。',
  'The new plan is not signed by the grid operator.': '新方案未经电网企业签字。',
  'The closure is not lifted before the re-inspection, which is being scheduled.': '复查正在安排，复查之前不解除停产。',
  'The grid operator confirms that the mine drew nothing on that day.': '电网企业确认该矿场当日未用电。',
  'Sixty machines more than reported were found running.': '发现运行设备比报告多六十台。',

  'To be inspected within the fortnight.': '两周内完成检查。',
  'On the own generator alone.': '仅使用自备发电机。',
  'Two halls of three run.': '三座机房中运行两座。',
  'The first machines were started on Saturday.': '首批设备已于周六启动。',
  'With a waiver until 31 January 2019.': '附豁免，有效期至2019年1月31日。',
  'All three points are answered.': '三点均已补正。',
  'Nothing stands against it.': '无不予复产的情形。',
  'October added; both employees are registered here now.': '已补10月记录；两名员工现已在本地参保。',
  'The licence was applied for again.': '已重新申请许可证。',

  'The operator guarantees to keep to the power supply plan and to report every change of the installed capacity beforehand.':
    '经营者保证遵守供电方案，装机容量如有变动，事先报告。',
  'The first inspection is late: both inspectors were at other sites of the campaign.':
    '首次检查逾期：两名检查人员均在本次专项行动的其他场址。',
  'The road to the site is closed by snow; the visit is put off.': '通往场址的道路因积雪封闭，检查推迟。',
  'We do not replace the transformers and give the site up.': '我方不再更换变压器，放弃该场址。',
  'Reached the operator by telephone; documents were promised for the following week.':
    '已电话联系经营者，对方答应下周提交材料。',
  'Our site had been switched off for maintenance since 3 December.': '我方场址自12月3日起停机检修。',
  'Nothing has come.': '未收到任何材料。',
  'Who has our proof of payments, and since when?': '我方的缴费证明在谁手中，自何时起？',
  'Half of the machines have been packed.': '一半设备已装箱。',
  'The answer to our request was due on 17 December.': '对我方申请的答复应于12月17日前作出。',
  'Asked the social security office for its answer by telephone.': '已电话催请社会保险经办机构答复。',
  'We ask to be told how the cap of 15 MW was arrived at.': '请告知15 MW的上限如何得出。',
  'The day of the re-inspection has still not been told us.': '复查日期至今未告知我方。',
  'We are licensed since 7 December and wait for the decision.': '我方自12月7日起手续齐备，等待决定。',
  'The capacity registered is to be looked at again in spring.': '登记容量拟于明春再行核查。',
  'Capacity on site looks like more than 11 MW; readings follow.': '现场容量似超过11 MW，读数随后补充。',

  'Copies of the licences.pdf': '许可证照复印件.pdf',
  'Power supply procedure.pdf': '供电程序.pdf',
  'Social security payments.pdf': '社会保险缴费记录.pdf',
  'Decision on the appeal.pdf': '行政复议决定书.pdf',
};

/** Names and places that are numbered. */
const numbered: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^Demonstration Mine (\d+)$/, '示例矿场 $1'],
  [/^Example Computing Co\. (\d+)$/, '样例计算公司 $1'],
  [/^Demonstration Data Ltd\. (\d+)$/, '演示数据公司 $1'],
  [/^Example Site (\d+)$/, '示例场址 $1'],
  [/^Example Site (\d+), nearer to the substation$/, '示例场址 $1，距变电站较近'],
  [/^Example Site (\d+), with a stronger connection$/, '示例场址 $1，接入容量较大'],
  [/^Example Site (\d+) in Inner Mongolia$/, '内蒙古示例场址 $1'],
  [/^Guarantee letter (\w+)\.pdf$/, '保证书 $1.pdf'],
  [/^Finding (\w+) made good\.pdf$/, '问题 $1 整改证明.pdf'],
  [/^It was (?:valid|satisfied) until (\d{4})-0?(\d+)-0?(\d+)\.$/, '有效期至$1年$2月$3日。'],
];

/** A text of the demonstration in Chinese; a code, an id, and what is Chinese already stay as they are. */
export function inChinese(text: string): string {
  const known = Object.hasOwn(texts, text) ? texts[text] : undefined;
  if (known !== undefined) return known;
  const [english, chinese] = numbered.find(([pattern]) => pattern.test(text)) ?? [];
  return english && chinese ? text.replace(english, chinese) : text;
}
