package cn.fupin.reporting.clerk;

import static cn.fupin.reporting.history.Sentence.say;

import cn.fupin.reporting.history.Sentence;
import cn.fupin.reporting.history.Terms;

/** What an item of a due list waits for, in words. */
final class DueWords {
    private DueWords() {}

    static Sentence of(DueList list, String what, long many, long missing) {
        return switch (list) {
            case NOTICES -> notice(what, many, missing);
            case IDENTIFICATIONS ->
                    switch (what) {
                        case "HouseholdApplied", "HouseholdOnFileApplied" ->
                                say("待入户调查", "waits for its home survey");
                        case "HouseholdSurveyed" ->
                                say("待民主评议", "waits for the democratic assessment");
                        case "HouseholdAssessed" ->
                                say("待第一次公示", "waits for the first public notice");
                        case "FIRST" ->
                                say("公示后待乡镇审核", "waits for the township's review after the notice");
                        case "TownshipReviewed" ->
                                say("待第二次公示", "waits for the second public notice");
                        default ->
                                say("公示后待县级审批", "waits for the county's approval after the notice");
                    };
            case EXITS ->
                    switch (what) {
                        case "ExitProposed" ->
                                missing > 0
                                        ? say("待民主评议", "waits for the democratic assessment")
                                        : say("待核实", "waits to be verified");
                        case "ExitAssessed" -> say("已评议,待核实", "assessed, waits to be verified");
                        case "ExitVerified" -> say("待农户认可", "waits for the household's signature");
                        case "ExitAgreed" ->
                                say("待脱贫公示", "waits for the public notice of its exit");
                        default ->
                                say(
                                        "公示后待公告脱贫",
                                        "waits for the exit to be confirmed after the notice");
                    };
            case EXIT_PLANS ->
                    say(
                            "列入 %1$s 年脱贫名单,待提出退出",
                            "listed to exit in %1$s, waits to be proposed", what);
            case RELAPSES ->
                    switch (what) {
                        case "RelapseProposed" ->
                                say("返贫待评议", "the relapse waits for the democratic assessment");
                        case "RelapseAssessed" ->
                                say("返贫待公示", "the relapse waits for its public notice");
                        case "FIRST" ->
                                say(
                                        "返贫公示后待审核",
                                        "the relapse waits for its review after the notice");
                        case "RelapseReviewed" ->
                                say("返贫待县级审批", "the relapse waits for the county's approval");
                        default ->
                                say(
                                        "返贫第二次公示后待县级审批",
                                        "the relapse waits for the county's approval after the second notice");
                    };
            case MONITORING ->
                    switch (what) {
                        case "MonitoringChecked" ->
                                missing > 0
                                        ? say(
                                                "已核查,待民主评议",
                                                "checked, waits for the democratic assessment")
                                        : say("已核查,待确定监测对象", "checked, waits to be confirmed");
                        case "MonitoringAssessed" ->
                                say("已评议,待确定监测对象", "assessed, waits to be confirmed");
                        default -> say("待入户核查", "waits for the check at home");
                    };
            case PLANNED_MEASURES ->
                    say(
                            "%1$s 年计划措施 %2$d 项,未落实 %3$d 项",
                            "of %1$s: %2$d measures planned, %3$d not done", what, many, missing);
            case OMISSIONS ->
                    what.equals("RAISED")
                            ? say(
                                    "漏评异议待处理",
                                    "an objection that it was left out waits to be settled")
                            : say(
                                    "漏评成立,待入户调查和评议",
                                    "it was left out: waits to be visited and assessed");
            case MATTERS ->
                    switch (what) {
                        case "COMPLAINT" -> say("投诉待办结", "a complaint waits for its answer");
                        case "BATCH" ->
                                say("申请批次待结束", "a batch of applications waits to be closed");
                        case "ROUND" ->
                                say("重新核实待结束", "a round of re-verification waits to be closed");
                        case "ERASURE" ->
                                say(
                                        "抹除个人信息待第二人决定",
                                        "an erasure of personal data waits for the second person's decision");
                        default -> say("佐证材料缺失或被改动", "a stored file is missing or altered");
                    };
            case RECTIFICATIONS ->
                    say(
                            "档案抽查发现问题 %1$d 处,待整改",
                            "faults found in its file: %1$d, not rectified", many);
            case QUARTERS ->
                    say(
                            "%1$s 年第 %2$s 季度收支待核实",
                            "income of quarter %2$s of %1$s waits to be checked",
                            (Object[]) what.split("-", 2));
            case VISITS, VISITS_AFTER_EXIT ->
                    say(
                            "应走访 %1$d 次,欠 %2$d 次",
                            "to be visited: %1$d visits, missing: %2$d visits", many, missing);
            case HELPERS ->
                    say(
                            "帮扶户中 %1$d 户未走访到位,共欠 %2$d 次",
                            "%1$d households not visited as often as asked, missing: %2$d visits",
                            many,
                            missing);
        };
    }

    private static Sentence notice(String kind, long households, long open) {
        var said =
                kind.startsWith("VILLAGE_")
                        ? new Sentence(Terms.zh(kind), Terms.en(kind))
                        : say(
                                "%1$s,%3$d 户",
                                "%2$s, %3$d households",
                                Terms.zh(kind),
                                Terms.en(kind),
                                households);
        if (open <= 0) return said;
        return say("%1$s,异议未处理 %3$d 件", "%2$s, %3$d open objections", said.zh(), said.en(), open);
    }
}
