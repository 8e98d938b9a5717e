package cn.fupin.household.household;

import cn.fupin.backbone.command.Reason;

/** Why an order to a household is refused. */
enum HouseholdReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    BEFORE_PREVIOUS_STEP("日期早于上一步", "the date is before the previous step"),
    YEAR_AFTER_THE_STEP("年度晚于办理日期", "the year is later than the day of the step"),
    YEAR_BEFORE_THE_STEP("年度早于办理日期", "the year is before the day of the step"),
    BEFORE_THE_OPENING("日期早于该户建立档案之日", "the date is before this household's file was opened"),
    ENDS_BEFORE_A_FACT(
            "该户有更晚日期的事实，终止日期不能早于它",
            "a fact of this household is of a later day: it does not end before it"),
    // application
    ALREADY_APPLIED("该户已经申请", "this household has applied already"),
    ON_FILE_ALREADY(
            "该户已有一般农户档案，请由在档户申请（application-on-file）",
            "this household is on file already: it applies from its file, by application-on-file"),
    NOT_APPLIED("该户尚未申请", "this household has not applied"),
    VILLAGE_NOT_LISTED(true, "该行政村尚未列入", "this village is not listed yet"),
    VILLAGE_LISTED_LATER(
            "该村当日尚未列入（listedOn）；当日属于原村的，请填原村",
            "this village is listed since a later day (listedOn): name the one it was then"),
    VILLAGE_SUPERSEDED(
            "该行政村已经撤并；已有档案的户先以区划调整（/move，reason 为 REDIVISION）转入承接的村",
            "this village has been superseded by another division: a household on file first goes to what came after it, by /move with the reason REDIVISION"),
    GROUP_NOT_LISTED(
            "该村当日没有此村民小组：请填所列小组的组号或名称",
            "on that day the village has no such villagers' group: give the number or name of one that is listed"),
    SAME_PERSON_TWICE("同一人在户内出现两次", "one person stands in the household twice"),
    NOT_EXACTLY_ONE_HEAD("户主应当有且只有一人", "a household has exactly one head"),
    PERSON_IN_ANOTHER_HOUSEHOLD(
            "家庭成员已在另一在册或申请中的户内；该户在您辖区内的，编号见 householdId",
            "a member already belongs to another active household, named by householdId where it lies in your region"),
    BATCH_UNKNOWN(true, "没有此申请批次", "no such batch of applications is recorded yet"),
    BATCH_ELSEWHERE("申请批次不在该户所在村", "the batch is of another village"),
    OUTSIDE_THE_BATCH("申请日期不在该批次受理期内", "on that day the batch took no applications"),
    // order of the steps
    NOT_TO_BE_SURVEYED(
            "只有已申请、尚未调查的户可以入户调查",
            "only a household that applied and is not surveyed yet can be surveyed"),
    NOT_SURVEYED("该户不在已入户调查、待评议的阶段", "this household is not surveyed and waiting for assessment"),
    NOT_ASSESSED(
            "该户不在已评议、待乡镇审核的阶段", "this household is not assessed and waiting for township review"),
    NOT_REVIEWED(
            "该户不在乡镇已审核、待县级复审的阶段",
            "this household is not reviewed by the township and waiting for the county"),
    NOT_A_CANDIDATE("该户不在识别过程中", "this household is not in the course of identification"),
    NOT_ON_THE_REGISTER("该户不在册", "this household is not on the register"),
    EXIT_NOT_PROPOSED(
            "该户不在已提出退出、待核实的阶段", "this household's exit is not proposed and waiting to be verified"),
    EXIT_NOT_ASSESSED(
            "按当地规定退出须先经民主评议通过：尚未评议",
            "by a rule there an exit is passed by an assessment meeting before it is verified: none passed it"),
    EXIT_NOT_WAITING_FOR_ASSESSMENT(
            "该户不在已提出退出、待评议的阶段", "this household's exit is not proposed and waiting for assessment"),
    EXIT_NOT_VERIFIED("该户退出尚未核实", "this household's exit is not verified"),
    EXIT_NOT_AGREED("该户尚未签字认可退出", "this household has not agreed to its exit"),
    NOT_EXITED("该户尚未脱贫退出", "this household has not exited"),
    NO_EXIT_OF_ITS_OWN(
            "该户自脱贫户分出，没有自己的退出可撤销",
            "it was split off a household that had exited, and has no exit of its own to take back"),
    EXITED_AND_NOT_MISIDENTIFIED(
            "已脱贫的户只能以识别不准（MISIDENTIFIED）剔除",
            "a household that exited is removed only as MISIDENTIFIED"),
    RELAPSE_NOT_PROPOSED(
            "按当地规定返贫须履行程序：尚未提出返贫申请",
            "by a rule there a relapse takes its steps: it is not proposed"),
    RELAPSE_NOT_ASSESSED("返贫尚未经民主评议通过", "no assessment meeting passed this household's relapse"),
    RELAPSE_NOT_REVIEWED(
            "返贫尚未公示期满并经乡镇审核",
            "this household's relapse was not hung out and reviewed by the township"),
    RELAPSE_NOT_WAITING_FOR_ASSESSMENT(
            "该户不在已提出返贫、待评议的阶段",
            "this household's relapse is not proposed and waiting for assessment"),
    RELAPSE_NOT_WAITING_FOR_REVIEW(
            "该户不在返贫已评议、待乡镇审核的阶段",
            "this household's relapse is not assessed and waiting for the township's review"),
    NO_RELAPSE_UNDER_WAY("该户没有办理中的返贫", "no relapse of this household is under way"),
    // assessment
    ASSESSMENT_UNKNOWN(true, "没有此次评议会", "no such assessment meeting is recorded yet"),
    ASSESSMENT_ELSEWHERE("评议会不在该户所在地", "the meeting was not held where this household lives"),
    NOT_ON_THE_BALLOT("该次评议会没有评议该户", "the meeting did not vote on this household"),
    VOTED_DOWN("评议未通过：赞成票未多于反对票", "voted down: not more votes for than against"),
    // notices
    NOTICE_UNKNOWN(true, "没有此公示", "no such notice is recorded yet"),
    NOTICE_WITHDRAWN("该公示已经撤回，不能作为依据", "this notice was withdrawn: nothing can stand on it"),
    NOTICE_OF_ANOTHER_KIND("公示种类不符", "this step needs a notice of another kind"),
    NOTICE_ELSEWHERE("公示不在该户所在地", "the notice did not hang where this household lives"),
    NOT_NAMED_IN_NOTICE("公示中没有该户", "the notice does not name this household"),
    NOTICE_BEFORE_PREVIOUS_STEP("公示早于上一步", "the notice was posted before the previous step"),
    NOTICE_NOT_CLOSED("公示尚未结束", "the notice is not closed"),
    BEFORE_NOTICE_IS_OVER(
            "当日公示期未满、公示未结束或异议未处理完毕",
            "on that day the notice's legal duration is not over, or the notice is not closed or an objection not settled"),
    OBJECTION_OPEN("异议尚未处理", "an objection to this household is open"),
    OBJECTION_UPHELD("异议已经成立", "an objection to this household was upheld"),
    // registration
    ANNOUNCED_BEFORE_APPROVAL("公告早于批准", "announced before it was approved"),
    TOO_MANY_CAUSES("其他致贫原因最多两项", "at most two other causes"),
    CAUSE_NAMED_TWICE("致贫原因重复", "a cause is named twice"),
    POVERTY_LINE_UNKNOWN(true, "该地该年度没有扶贫标准", "no poverty line is set there for that year yet"),
    INCOME_NOT_BELOW_LINE("人均收入不低于扶贫标准", "income per head is not below the poverty line"),
    QUOTA_UNKNOWN(true, "该地该年度没有分解规模", "no quota is allocated there for that year yet"),
    QUOTA_OF_ANOTHER_YEAR("规模年度应为办理当年", "the quota must be that of the year of the step"),
    QUOTA_EXCEEDED(
            "超过规模上限：所需人数（needed）多于该区划（division）的余额（left）",
            "more persons (needed) than the quota of a division has places left"),
    ALREADY_REGISTERED(
            "该户已经建档立卡（since），不再登记；脱贫后返贫的请办理返贫（/relapse）",
            "this household is registered already (since); one that exited comes back by /relapse"),
    EXCLUDED(
            "有成员属于不予识别的情形；经核实并非如此的，请先由县登记核实排除（/exclusion-clearance）",
            "a member is of a kind that is not registered there; where it was looked into and is not so, the county clears it first, by /exclusion-clearance"),
    MEMBERS_CHANGED_MEANWHILE(
            true, "比对期间家庭成员有变动", "members changed while they were held against the lists"),
    ALREADY_CLEARED(
            "此人此项排除情形当日已经核实排除", "this rule was cleared for this person by that day already"),
    // on the register
    NO_RULE_FOR_HELPERS(
            true,
            "当日该地没有帮扶户数的规定",
            "no rule says how many households a helper may have there on that day"),
    SAME_HELPER("已是该户的帮扶责任人", "this helper is already responsible for this household"),
    HELPER_HAS_TOO_MANY_HOUSEHOLDS(
            "帮扶责任人的户数已达上限", "this helper has as many households as are allowed"),
    // exit
    TOO_FEW_VERIFIERS("核实人员不足规定人数", "fewer persons verified than are needed"),
    INCOME_ABOVE_RANGE(
            "人均收入高于监测范围：只有突发严重困难户不受此限",
            "the income per head is above the range of those who are watched; only a sudden hardship is watched all the same"),
    INCOME_NOT_ABOVE_RANGE(
            "人均收入未稳定超过监测范围，风险未消除",
            "the income per head is not above the range of those who are watched"),
    INCOME_NOT_ABOVE_LINE("人均收入未超过扶贫标准", "income per head is not above the poverty line"),
    INCOME_YEAR_NOT_AFTER_ENTRY(
            "核实退出所用收入的年度须晚于该户纳入时所用收入的年度；同一年度的收入不能既低于又超过扶贫标准，识别不准的请以识别不准（MISIDENTIFIED）剔除",
            "an exit is verified by the income of a later year than the one by which the household came onto the register: one year's income is not both below the line and above it; whoever was misidentified is removed as MISIDENTIFIED"),
    INCOME_YEAR_NOT_AFTER_EXIT(
            "返贫所用收入的年度须晚于退出核实所用收入的年度；退出有误的请撤销退出",
            "a relapse is by the income of a later year than the one by which the exit was verified; an exit that was wrong is taken back"),
    INCOME_YEAR_NOT_BEFORE_EXIT(
            "更正后的调查收入年度须早于退出核实所用收入的年度；退出有误的请先撤销退出",
            "the survey's income must be of an earlier year than the one by which the exit was verified; an exit that was wrong is taken back first"),
    INCOME_YEAR_BEFORE_THE_CHECK(
            "风险消除所用收入的年度不得早于核查所用收入的年度",
            "the risk is gone by the income of no earlier year than the one that was checked"),
    ASSURANCE_MISSING("“两不愁三保障”或安全饮水未落实", "one of the assurances is missing"),
    SIGNER_NOT_A_MEMBER("签字人不是家庭成员", "whoever signed is not a member of the household"),
    SIGNED_AS_A_MEMBER(
            "此人当日或其后曾以家庭成员身份签字，请核对减少日期（leftOn）",
            "this person signed as a member on that day or after it: check leftOn"),
    // file
    NOT_ON_FILE("该户不在建档对象之内", "this household is not on file"),
    NOT_YET_ON_THE_REGISTER("该户当日尚未在册", "this household was not on the register yet on that day"),
    SAME_MEASURE("该户已列入此项措施", "this measure of this scheme is assigned already"),
    NO_EXIT_PLAN("该户没有列入脱贫名单", "this household is not planned to exit"),
    BEFORE_THE_EXIT_PLAN("日期早于列入脱贫名单之日", "the date is before the household was planned to exit"),
    ROUND_UNKNOWN(true, "没有此轮核实", "no such round of re-verification is recorded yet"),
    ROUND_ELSEWHERE("该轮核实不在该户所在地", "the round is of another place"),
    OUTSIDE_THE_ROUND("日期不在该轮核实期内", "the round was not held on that day"),
    KEPT_IN_THE_ROUND_ALREADY(
            "该户在该轮核实中已经保留", "this household was looked into and kept in that round already"),
    NO_SUCH_RULE_IN_THE_ROUND("该轮核实没有此条进退规定", "the round has no such rule of leaving or entering"),
    // members
    HOUSEHOLD_ENDED("该户不再是有效户", "this household is not active any more"),
    ALREADY_A_MEMBER("此人已是家庭成员", "this person is a member already"),
    ENTERED_WITHOUT_A_NUMBER(
            "本户已有同名、同日出生而尚无号码的成员（personId）；确系同名双胞胎等另一人的，填 twin 为 true",
            "a member of this name and birth day without a number (personId) is entered already; of another, such as a twin, say twin: true"),
    MEMBER_CAME_MEANWHILE(
            true,
            "本户刚刚加入了另一名尚无号码的成员，请重试",
            "another member without a number came in this very moment: send it again"),
    NUMBER_OF_ANOTHER_MEMBER(
            "此号码在本户登记于另一成员（personId）名下。两人号码互换的，请在一次 /member-correction 的 corrections 中同时列出两人及各自的正确号码",
            "another member of this household (personId) is entered under this number; where two have each other's, list both with their right numbers in the corrections of one /member-correction"),
    BORN_LONG_BEFORE(
            "出生日期早于加入日期（joinedOn）超过规定天数，不能按出生（BIRTH）加入：请核对日期，或将 reason 改为迁入（MOVED_IN）、返回（RETURNED）、收养（ADOPTION）或其他（OTHER）",
            "born more days before joinedOn than are allowed for joining by BIRTH: check both dates, or choose MOVED_IN, RETURNED, ADOPTION or OTHER as reason"),
    TOO_MANY_MEMBERS("家庭成员最多三十人", "a household has at most thirty members"),
    IN_ANOTHER_HOUSEHOLD_THEN(
            "此人当日仍在另一户内", "on that day this person still belonged to another household"),
    PERSON_DIED(
            "此人已登记死亡；死亡登记有误的，请在原户重新登记加入",
            "this person's death is recorded; if that is wrong, record the person as joining that household again"),
    NEVER_IN_THAT_HOUSEHOLD(
            "此人不曾是所填原户的成员",
            "this person never was a member of the household named as the one left"),
    IN_A_THIRD_HOUSEHOLD_SINCE(
            "此人离开所填原户后又入他户；原户应填最后离开的户",
            "this person was in yet another household since: name the one left last"),
    THAT_HOUSEHOLD_HAS_ENDED(
            "所填去向户当日已不再是有效户", "the household named to go to had ended by that day"),
    NOT_A_MEMBER("此人不是家庭成员", "this person is not a member"),
    LAST_MEMBER(
            "最后一名成员不能离户；请办理自然销户", "the last member cannot leave: dissolve the household instead"),
    NOBODY_LEFT_THAT_DAY("该户当日将无成员", "the household would have had no member on some day"),
    NEW_HEAD_NEEDED(
            "户主离户须指定当日在户的成员为新户主",
            "when the head leaves, a member of that day who stays must be named as the next"),
    HEAD_STAYS(
            "户主未离户，不能在此另定户主；户主变更请用 /head-change",
            "the head stays, so there is no next one to name here: change the head by /head-change"),
    HEAD_ALREADY("此人已是户主", "this person is the head already"),
    MEMBER_ENTERED_UNDER_A_NUMBER(
            "此人的公民身份号码已补录，请按号码填写",
            "this person's identity number is known by now: name the person by it"),
    // description
    NEVER_REGISTERED("该户从未建档立卡", "this household was never registered"),
    CLASSIFIED_SO_ALREADY("与现有分类相同", "this household is classified so already"),
    HEAD_HAS_NO_OTHER_RELATION(
            "户主与户主的关系只能是本人；户主变更请用 /head-change",
            "the head is nobody else's relation: change the head by /head-change"),
    HAS_A_NUMBER(
            "此人已有公民身份号码；号码有误请用 /member-correction",
            "this person has an identity number already: correct a wrong one by /member-correction"),
    HAS_NO_NUMBER(
            "此人尚无公民身份号码：请用 /member-identification 补录",
            "this person has no identity number yet: attach one by /member-identification"),
    NUMBER_ENTERED_ELSEWHERE(
            "他户也曾以此号码登记成员：确是同一人的，请填 sameElsewhere 为 true，一并更正；不是同一人的，请办理成员离开，再以正确号码加入",
            "other households had a member under this number too: if it is the same person there, send sameElsewhere true, and it is corrected there as well; if not, record this member as leaving and joining under the right number"),
    NAMED_OTHERWISE_ELSEWHERE(
            "他户登记此人的姓名既不是此处登错的，也不是更正后的：确是同一人的，请填 sameElsewhere 为 true，一并更正；不是同一人的，请办理成员离开，再以正确号码加入",
            "other households have this person by another name than the wrong one here: if it is the same person there, send sameElsewhere true, and it is corrected there as well; if not, record this member as leaving and joining under the right number"),
    NUMBER_OF_SOMEBODY_ELSE(
            "号码所示性别或出生年份与登记不符；确为同一人须说明原因 differsBecause",
            "the number shows another sex or birth year than recorded; say why in differsBecause if it is the same person"),
    // standing
    NOT_SUSPENDED("该户没有中止", "this household is not suspended"),
    NOT_TO_BE_RESHAPED(
            "识别过程中或中止期间的户不能并户、拆户",
            "a household that is a candidate or suspended is neither merged nor split"),
    NOT_ALL_MEMBERS_NAMED("并户须逐一列出该户现有全部成员", "all present members must be named, and nobody else"),
    NO_SUCH_HOUSEHOLD("没有另一户", "there is no such other household"),
    STANDS_OTHERWISE("两户的在册状态不同，不能并户", "the two households do not stand as the same"),
    SPLIT_FOR_ELIGIBILITY(
            "禁止拆户分户：成员在规定期限内属于另一在册或申请中的户；婚嫁、收养或依法分户须附依据 separation",
            "no splitting of households for eligibility: within the look-back a member belonged to another household on the register or on its way there; for marriage, adoption or a division by law give the separation's document"),
    // monitoring
    NOT_TO_BE_MONITORED(
            "只有脱贫户和一般农户可以纳入监测",
            "only a household that exited or an ordinary one on file is monitored"),
    ALREADY_MONITORED("该户已是监测对象", "this household is monitored already"),
    NO_CLUE("没有待核查的线索", "no clue is waiting to be checked"),
    NOT_CHECKED("线索尚未入户核查", "the clue has not been checked"),
    MONITORING_NOT_ASSESSED(
            "按当地规定纳入监测须先经民主评议通过：尚未评议",
            "by a rule there nobody is monitored whom no assessment meeting passed"),
    MONITORING_NOT_WAITING_FOR_ASSESSMENT(
            "该户不在线索已核查、待评议的阶段", "no clue of this household is checked and waiting for assessment"),
    KIND_OF_OTHER_HOUSEHOLDS("监测类别与该户不符", "households of this kind are monitored otherwise"),
    NO_RULE_FOR_MONITORING(
            true,
            "当日该地没有监测时限的规定",
            "no rule says how soon after a clue it is to be confirmed there"),
    TOO_LONG_AFTER_THE_CLUE("距线索提出已超过规定时限", "too long after the clue; a new clue has to be raised"),
    NOT_IN_THE_THREE_YEAR_PLAN(
            "三年规划中没有此编号（code）的措施，已有编号见 codes",
            "the plan of the three years has no measure of that code; codes are those it has"),
    NO_SUCH_PLAN("该户没有该类、该起始年度的计划", "this household has no plan of that kind from that year on"),
    NO_SUCH_PLANNED_MEASURE("该计划没有此编号的措施", "the plan has no measure of that code"),
    PLANNED_MEASURE_DONE("该措施已按计划落实完毕", "all of that measure is done already"),
    MORE_THAN_PLANNED(
            "超过计划中尚未落实的数量（left）；确需多做的，先制定载明新数量的计划",
            "more than what is left of it (left); who means to do more adopts a plan that says so first"),
    COUNTED_IN_THE_PLAN("计划载明了数量，须填落实的数量", "the plan says how much: so does what is done"),
    NOT_COUNTED_IN_THE_PLAN("计划未载明数量，不填落实的数量", "the plan does not count it: nor does what is done"),
    BEFORE_THE_PLAN("早于计划的起始年度", "before the first year of the plan"),
    NOT_MONITORED("该户不是监测对象", "this household is not monitored"),
    // help, and where a household lies
    HELPER_NOT_BEFORE_EXIT(
            "不脱贫不脱钩：脱贫前只能更换、不得解除帮扶责任人",
            "before its exit a household's helper is only replaced, never released"),
    NO_HELPER("该户没有帮扶责任人", "no helper is responsible for this household"),
    HELPED_WHILE_MONITORED("监测期间不得解除帮扶责任人", "a household that is monitored keeps its helper"),
    NO_RULE_FOR_RELEASE(
            true,
            "当日该地没有脱贫后继续帮扶年限的规定",
            "no rule says there for how many years help goes on after an exit"),
    HELP_GOES_ON("脱贫后继续帮扶的年限未满", "the years for which help goes on after the exit are not over"),
    QUARTER_NOT_BEGUN("该季度尚未开始", "that quarter had not begun on the day of the check"),
    ISSUED_BEFORE_PRINTED("发放早于印制", "issued before it was printed"),
    SAME_HANDBOOK("该户已持有此扶贫手册", "this household has this very handbook already"),
    // contracts by which it has its part in what others earn
    CONTRACT_SIGNED_ALREADY("该户已登记此合同", "this contract of the household is on record already"),
    NO_SUCH_CONTRACT("该户没有此合同", "the household has no such contract"),
    CONTRACT_NOT_YET_SIGNED("当日合同尚未签订", "the contract was not signed by that day"),
    CONTRACT_ENDED_ALREADY("合同已经终止", "the contract has ended already"),
    CONTRACT_DID_NOT_RUN_THAT_YEAR(
            "合同在分红年度未履行", "the contract did not run in the year of the dividend"),
    CONTRACT_IN_USE(
            "合同已有分红或终止登记：请先撤销该登记（entry-correction）",
            "dividends or the end of this contract are on record: take these back first (entry-correction)"),
    LIES_THERE_ALREADY("该户已在此地", "the household lies there already"),
    NOT_WHAT_CAME_AFTER(
            "该区划并非原区划调整后的承接区划，或当日尚未调整",
            "that is not what came after the place where the household lies, or not yet on that day"),
    NO_EXIT_IN_THAT_YEAR(
            "按当地规定，识别或返贫当年不得退出",
            "by a rule there nobody exits in the year of registration or relapse"),
    NO_EXIT_UNDER_WAY("该户没有进行中的退出", "no exit of this household is under way"),
    // policies
    HAS_THIS_POLICY("此人当日已享受此项政策", "this person has this policy already on that day"),
    HAS_NOT_THIS_POLICY("当日没有享受此项政策", "nobody named has this policy on that day"),
    ALREADY_APPLIED_FOR(
            "此人已申报同一年度（课程）的此项政策",
            "this person has applied for this policy of that year or course already"),
    NO_APPLICATION_WAITS(
            "当日没有待批的此项申报", "no application for this policy waits for a decision on that day"),
    POLICY_AFTER_THAT_DAY(
            "有成员在更正之日以后享受一次性政策：请先撤销该次登记（policy-correction），更正后在承接的户内重新登记",
            "a member was granted a policy that is had once after the day of the correction: take that grant back first (policy-correction), and grant it anew in the household that takes the persons over"),
    GRANT_OF_OTHERS("该次登记没有此人，或已撤销", "this grant is not of this person, or taken back already"),
    TAKEN_BACK_ALREADY("该次登记已经撤销", "this entry is taken back already"),
    // the household's number
    HOUSEHOLD_IS_NUMBERED(
            "该户已有户编号；有误请用 /number-correction",
            "this household has a number already: correct a wrong one by /number-correction"),
    HOUSEHOLD_IS_NOT_NUMBERED(
            "该户没有户编号：请用 /number 编列", "this household has no number: give it one by /number"),
    NUMBERED_ANEW_SINCE(
            "该户此后另编了户编号：请指明（correctsEventId）现有户编号的那次登记",
            "the household was given another number since: name the event (correctsEventId) that gave it the one it has"),
    HOUSEHOLD_NUMBER_TAKEN(
            "户编号已属于另一户；该户在您辖区内的，编号见 householdId",
            "this number is another household's, named by householdId where it lies in your region"),
    // corrections
    APPROVED_BY_WHOEVER_ENTERED("录入人不得自己批准更正", "whoever enters a correction may not approve it"),
    APPROVED_BY_WHOEVER_CONFIRMED(
            "原退出的录入人不得批准撤销", "whoever entered the exit may not approve that it is taken back"),
    NOT_ENDED("该户没有被清退或自然销户", "this household was neither removed nor dissolved"),
    APPROVED_BY_WHOEVER_ENDED(
            "原清退或销户的录入人不得批准撤销",
            "whoever entered the removal or the dissolution may not approve that it is taken back"),
    NOT_RELAPSED(
            "该户不是返贫在册，没有返贫可撤销",
            "this household is not on the register by a relapse: there is none to take back"),
    LATER_STEP_STANDS_ON_IT(
            "其后已办理的环节（step）以此为依据，先撤回该环节",
            "a later step (step) stands on it: that is taken back first"),
    APPROVED_BY_WHOEVER_RELAPSED(
            "原返贫的录入人不得批准撤销", "whoever entered the relapse may not approve that it is taken back"),
    APPROVED_BY_WHOEVER_MONITORED(
            "原纳入监测的录入人不得批准撤销",
            "whoever entered the monitoring may not approve that it is taken back"),
    DAY_OF_ANOTHER_ACT(
            "这一日期随并户更正，或随户主离户另定户主而定，不能单独更正",
            "that day is of a merger, or of the day on which another became the head: it is not corrected by itself"),
    CAME_OR_WENT_SINCE(
            "此人此后又有加入或离户的登记，或该日期已另行更正",
            "the person came or went again since, or the day was corrected otherwise by now"),
    DAY_AGAINST_A_FACT(
            "与此人当时已有的登记不符", "something is recorded of this person that does not go with that day"),
    NOT_BORN_BY_THEN("当时此人尚未出生", "the person was not born by then"),
    RECORDED_SO_ALREADY("与现有登记相同，没有可更正的", "it is recorded so already: there is nothing to correct"),
    CORRECTED_EVENT_UNKNOWN("该户没有此事件", "this household has no such event"),
    CORRECTS_ANOTHER_KIND("该事件不能以此方式更正", "an event of that kind is not corrected this way"),
    CORRECTION_BEFORE_FACT("更正的日期早于原事实", "the correction is dated before the fact it corrects");

    private final boolean retryable;
    private final String zh;
    private final String en;

    HouseholdReason(String zh, String en) {
        this(false, zh, en);
    }

    HouseholdReason(boolean retryable, String zh, String en) {
        this.retryable = retryable;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
