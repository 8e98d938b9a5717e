package cn.fupin.household.region;

import cn.fupin.backbone.command.Reason;

/** Why an order to a place is refused. */
enum RegionReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    ALREADY_LISTED("该区划已列入", "this division is already listed"),
    NOT_LISTED("该区划尚未列入", "this division is not listed"),
    PARENT_NOT_LISTED(true, "上一级区划尚未列入", "the division above is not listed yet"),
    CODE_NOT_IN_NATIONAL_LIST(
            "国家区划代码表中没有此代码：或为样例，或须载明批准文件",
            "the code is not in the national list: either a sample, or a document attests it"),
    SAMPLE_IS_NOT_ATTESTED("样例没有批准文件", "no document attests a sample"),
    SAMPLE_HAS_A_REAL_CODE("样例不得使用真实的区划代码", "a sample must not use a real division's code"),
    NAME_DIFFERS_FROM_NATIONAL_LIST(
            "名称与国家区划代码表不一致", "the national list has this code under another name"),
    NOT_A_VILLAGE("只能用于行政村", "this is for a village only"),
    ALREADY_A_POOR_VILLAGE("该村已识别为贫困村", "this village is already identified as poor"),
    TRAINING_ALREADY_RECORDED(
            "同一日期、期数、人次、人数和主题的培训已经登记：确为另一次的，请以主题 subject 区分",
            "a training of that day, with the same classes, persons and subject, is recorded already: say by its subject if it is another one"),
    DOCUMENT_ALREADY_RECORDED(
            "该区划已登记此文号的文件", "a document of that number is recorded in this division already"),
    TEAM_ALREADY_FORMED("该区划已有同名队组", "a team of that name is formed there already"),
    ALREADY_SUPERSEDED("该区划已经撤并", "this division has been superseded already"),
    HOUSEHOLDS_CAME_SINCE(
            "当日及以后仍有农户在此申请、建档或迁入（householdId），与区划撤销矛盾",
            "households applied, were put on file or moved in there on that day or since (householdId): a place that had ended takes none"),
    SUCCESSOR_NOT_LISTED(true, "承接的区划尚未列入", "a succeeding division is not listed yet"),
    SUCCESSOR_OF_ANOTHER_LEVEL("承接的区划级别不同", "a succeeding division is of another level"),
    SUCCEEDS_ITSELF("区划不能承接自己", "a division cannot come after itself"),
    SAME_NAME("名称没有变化", "that is its name already"),
    BEFORE_THE_LATEST_CHANGE("日期早于此事项的上一次变动", "the date is before the latest change of this"),
    // villagers' groups
    GROUP_OF_THAT_NAME("村内已有此组名或组号的村民小组", "the village has a group of this name or number already"),
    GROUP_ALREADY_LISTED("该村已有或曾有此组号", "this village has or had a group of that number"),
    GROUP_NOT_LISTED("该村没有此村民小组", "this village has no such group"),
    GROUP_ALREADY_ENDED("该村民小组已经撤并", "this group has ended already"),
    // poor villages
    NOT_A_POOR_VILLAGE("该村不是未退出的贫困村", "this is no poor village, or it is out of poverty"),
    VILLAGE_NOT_MEASURED(
            "当日该地有贫困村识别的标准（一高一低一无）：须载明 criteria",
            "rules there say what makes a village poor: its criteria must be stated"),
    INCIDENCE_NOT_HIGH_ENOUGH(
            "贫困发生率未达到规定的倍数", "the incidence is not far enough above the province's"),
    INCOME_NOT_LOW_ENOUGH(
            "人均收入不低于规定的比例", "the income per head is not far enough below the province's"),
    COLLECTIVE_INCOME_TOO_HIGH(
            "集体经济收入超过规定", "the village's own income is above what the rule allows"),
    NO_RULE_FOR_VILLAGE_EXIT(
            true,
            "当日该地没有贫困村退出的规定",
            "no rule says there at what incidence a village is out of poverty"),
    INCIDENCE_TOO_HIGH("贫困发生率高于退出标准", "the incidence is above what the rule allows for an exit"),
    VILLAGE_NOTICE_TOO_SHORT("公示未满规定天数", "the notice did not hang for its legal days"),
    BEFORE_NOTICE_IS_OVER(
            "早于公示结束或异议处理之日", "decided before the notice was closed or an objection settled"),
    NO_VILLAGE_NOTICE("该村没有此项公示：须先张贴公示", "no such notice of the village was posted"),
    VILLAGE_NOTICE_POSTED("该村此项公示已经张贴", "such a notice of the village is posted already"),
    NO_RULE_FOR_VILLAGE_NOTICE(
            true, "当日该地没有贫困村公示天数的规定", "no rule says there how long a village's notice hangs"),
    VILLAGE_NOTICE_WITHOUT_HOTLINE("公示须载明监督电话", "the notice must name a telephone for objections"),
    VILLAGE_NOTICE_CLOSED("公示已经结束", "the notice is closed already"),
    VILLAGE_NOTICE_STILL_HANGS("公示尚未结束", "the notice is not closed yet"),
    VILLAGE_NOTICE_DIFFERS(
            "与所张贴公示的地点或日期不符", "is not the place and the days of the notice that was posted"),
    VILLAGE_OBJECTION_OPEN("有尚未处理的异议", "an objection is not settled yet"),
    VILLAGE_OBJECTION_UPHELD(
            "异议成立：撤回公示后方可重新公示", "an objection was upheld: withdraw the notice and post another"),
    NO_OPEN_VILLAGE_OBJECTION("没有待处理的异议", "there is no open objection"),
    ANNOUNCED_BEFORE_THE_DECISION("公告早于决定", "announced before it was decided"),
    NO_SUCH_VILLAGE_STEP(
            "该村没有所更正的识别或退出记录", "this village has no such identification or exit to be corrected"),
    NO_FIGURES_STATED("该次识别没有载明数字", "that identification stated no figures"),
    CORRECTION_BEFORE_FACT("更正日期早于被更正的事实", "the correction is dated before the corrected fact"),
    CORRECTED_EVENT_UNKNOWN("该地没有此事件", "this place has no such event"),
    CORRECTS_ANOTHER_KIND("该事件不能以此方式更正", "an event of that kind is not corrected this way"),
    TAKEN_BACK_ALREADY("该次登记已经撤销", "this entry is taken back already"),
    A_LATER_STEP_STANDS_ON_IT(
            "其后已有变动（since）以此为据：须先撤销后者", "a later step stands on it (since): take that back first"),
    EXIT_WAS_RECHECKED(
            "该次退出已经复核验收：须先撤销复核验收的登记", "this exit was rechecked: take the recheck back first"),
    SOMETHING_IS_RECORDED_THERE(
            "该区划内已有登记（stands），不能撤销列入",
            "something is recorded of this place or in it (stands): its listing stays"),
    HOUSEHOLDS_RECORDED_SINCE(
            "其后已有农户据此登记在承接区划（householdId），不能撤销",
            "a household was recorded under what came after it since (householdId): it stays"),
    PLACES_RECORDED_SINCE(
            "其后已有区划据此列入或撤并于承接区划（place），须先撤销该登记",
            "a place was listed in, or ended into, what came after it (place): take that back first"),
    PLACES_TAKEN_OF_SUCCESSORS(
            "已有农户占用承接区划的规模指标（householdId），不能撤销",
            "a household has its places in a quota of what came after it (householdId): it stays"),
    APPROVED_BY_WHOEVER_ENTERED("批准人不得是录入人", "whoever enters a correction may not approve it"),
    // who sees to a place
    LEADING_GROUP_ALREADY_FORMED(
            "该领导小组已成立；调整须在其后的日期", "this group is formed already; composed anew, on a later day"),
    NO_SUCH_TEAM("该区划没有此队组", "there is no such team in this region"),
    TEAM_ALREADY_WITHDRAWN("该队组已经撤回", "this team has been withdrawn already"),
    NOT_BEFORE_VILLAGE_EXIT(
            "不脱贫不收队：贫困村退出前只能更换、不得撤回",
            "before the village is out of poverty they are only replaced, never withdrawn"),
    ALREADY_A_FIRST_SECRETARY("该村已有第一书记", "this village has a first secretary already"),
    NOT_FIRST_SECRETARY("此人不是该村第一书记", "this is not the village's first secretary"),
    SUCCEEDED_BY_ITSELF("接替者与原任相同", "the successor is the same"),
    ALREADY_A_HELPER_UNIT("该单位已是该村帮扶单位", "this unit stands behind the village already"),
    NOT_A_HELPER_UNIT("该单位不是该村帮扶单位", "this unit does not stand behind the village"),
    MORE_STAFF_THAN_THERE("解除人数多于在岗人数", "more persons than have this duty"),
    HOUSEHOLD_NOT_IN_THE_VILLAGE(
            "所列的户当日不在该村（或没有建档），编号见 householdId",
            "a household that is named did not lie in the village that day, or is not on file: householdId"),
    NOT_IN_CONTACT("该单位没有联系该村农户", "this unit is in contact with no household of the village"),
    PLAN_OF_THE_PAST("规划期在制定之前已经结束", "the plan was over before it was adopted"),
    YEAR_AFTER_THE_REPORT("上报年度晚于上报日期", "the year is later than the day of the report");

    private final boolean retryable;
    private final String zh;
    private final String en;

    RegionReason(String zh, String en) {
        this(false, zh, en);
    }

    RegionReason(boolean retryable, String zh, String en) {
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
