package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.en;
import static cn.fupin.reporting.history.Sentence.say;
import static cn.fupin.reporting.history.Sentence.yuan;
import static cn.fupin.reporting.history.Sentence.zh;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is written of a household on its forms, and where it stands by correction. */
final class FormSentences {
    private FormSentences() {}

    private static Sentence numberCorrected(LifeEvent e) {
        if (!e.payload().path("householdNumber").isString()) {
            return say(
                    "撤销户编号 %s(不是本户的),原因:%s",
                    "correction: the number %s was never this household's, because: %s",
                    e.text("formerNumber"),
                    e.text("reason"));
        }
        return say(
                "更正户编号:%s 应为 %s,原因:%s",
                "correction: the number %s should be %s, because: %s",
                e.text("formerNumber"),
                e.text("householdNumber"),
                e.text("reason"));
    }

    static @Nullable Sentence of(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "HouseholdDescribed" ->
                    say(
                            "登记生产生活条件:" + words(FormTerms.of(e.payload().path("details")), true),
                            "what it lives on recorded: "
                                    + words(FormTerms.of(e.payload().path("details")), false));
            case "HouseholdNumbered" ->
                    say("编列户编号 %s", "was given the number %s", e.text("householdNumber"));
            case "HouseholdNumberCorrected" -> numberCorrected(e);
            case "MemberDescribed" -> described(e, reader);
            case "MemberIdentified" ->
                    say(
                            "成员 %s 补登证件号码",
                            "the identity number of member %s was attached",
                            reader.name(e.payload().path("member")));
            case "MemberNameCorrected" ->
                    say(
                            "更正成员姓名:%s 应为 %s,原因:%s",
                            "correction: member %s is called %s, because: %s",
                            reader.shown(e.payload().path("member"), e.text("formerMaskedName")),
                            reader.said(e.payload().path("member")),
                            e.text("reason"));
            case "MemberDayCorrected" -> dayCorrected(e, reader);
            case "MemberNumberCorrected" ->
                    say(
                            "更正成员 %s 的身份号码(此前登记的是他人号码),原因:%s",
                            "correction: member %s had somebody else's identity number, because: %s",
                            reader.said(e.payload().path("member")),
                            e.text("reason"));
            case "HeadChanged" ->
                    say(
                            "户主由 %s 变更为 %s(原户主为其"
                                    + FormTerms.zh("relation", e.text("relationOfFormerHead"))
                                    + "),原因:%s",
                            "the head %s is followed by %s (to whom the former is "
                                    + FormTerms.en("relation", e.text("relationOfFormerHead"))
                                    + "), because: %s",
                            reader.name(e.text("formerHead")),
                            reader.name(e.text("head")),
                            e.text("reason"));
            case "HouseholdReclassified" ->
                    say(
                            "调整属性为"
                                    + zh(e, "householdType")
                                    + "("
                                    + zh(e, "standard")
                                    + "),主要致贫原因"
                                    + zh(e, "mainCause"),
                            "reclassified as "
                                    + en(e, "householdType")
                                    + " by the "
                                    + en(e, "standard")
                                    + ", main cause "
                                    + en(e, "mainCause"));
            case "HouseholdSuspended" ->
                    say(
                            "中止,自即日起不计入在册(%d 人),事由:" + zh(e, "cause"),
                            "suspended, not counted as registered from this day on (%d persons), because: "
                                    + en(e, "cause"),
                            e.number("persons"));
            case "HouseholdResumed" ->
                    say(
                            "恢复在册 %d 人:%s",
                            "resumed, %d persons registered again: %s",
                            e.number("persons"),
                            e.text("grounds"));
            case "MonitoringDismissed" ->
                    say("监测线索经核实排除:%s", "the clue of risk came to nothing: %s", e.text("reason"));
            case "ExitRevoked" ->
                    say(
                            "撤销 %2$s 的脱贫退出(错退),恢复在册 %1$d 人,不属返贫:%3$s%4$s",
                            "the exit of %2$s was wrong and is taken back: %1$d persons registered again, no relapse: %3$s%5$s",
                            e.number("persons"),
                            e.text("exitedOn"),
                            e.text("reason"),
                            after(",依据本轮规则:", reader.rule(e)),
                            after(", by the round's rule: ", reader.rule(e)));
            case "RelapseRevoked" ->
                    say(
                            "撤销 %2$s 的返贫(误登),%1$d 人恢复为脱贫,所占规模退回:%3$s",
                            "the relapse of %2$s was entered by mistake and is taken back: %1$d persons stand as exited again and give their places back, because: %3$s",
                            e.number("persons"),
                            e.text("relapsedOn"),
                            e.text("reason"));
            case "MonitoringRevoked" ->
                    say(
                            "撤销 %1$s 的纳入监测(误登):%2$s",
                            "monitored since %1$s by mistake, which is taken back: %2$s",
                            e.text("confirmedOn"),
                            e.text("reason"));
            case "EndRevoked" ->
                    say(
                            "撤销 %2$s 的" + zh(e, "ended") + "(误登),%1$d 人恢复原状:%3$s",
                            en(e, "ended")
                                    + " of %2$s was entered by mistake and is taken back: it stands as before with %1$d persons, because: %3$s",
                            e.number("persons"),
                            e.text("endedOn"),
                            e.text("reason"));
            case "RelapseProposed" ->
                    say(
                            "提出返贫重新纳入,原因:" + zh(e, "cause"),
                            "its return to the register was proposed, cause: " + en(e, "cause"));
            case "RelapseAssessed" ->
                    say(
                            "返贫经民主评议通过:赞成 %d 票,反对 %d 票",
                            "the meeting voted for its return: %d for, %d against",
                            e.number("votesFor"),
                            e.number("votesAgainst"));
            case "ExitAssessed" ->
                    say(
                            "脱贫经民主评议通过:赞成 %d 票,反对 %d 票",
                            "the meeting voted for its exit: %d for, %d against",
                            e.number("votesFor"),
                            e.number("votesAgainst"));
            case "MonitoringAssessed" ->
                    say(
                            "纳入监测经民主评议通过:赞成 %d 票,反对 %d 票",
                            "the meeting voted for watching it: %d for, %d against",
                            e.number("votesFor"),
                            e.number("votesAgainst"));
            case "RelapseReviewed" -> say("返贫经乡镇审核通过", "its return passed the township's review");
            case "RelapseWithdrawn" ->
                    say(
                            "撤回拟返贫,仍为已脱贫:%s",
                            "its return was taken back, it stays as exited: %s", e.text("reason"));
            case "HouseholdMerged" ->
                    reader.isOf(e)
                            ? say(
                                    "更正:%d 人并入另一户,本户终止,原因:%s",
                                    "correction: it goes over to another household with %d persons, and ends, because: %s",
                                    e.number("persons"),
                                    e.text("reason"))
                            : say(
                                    "更正:另一户 %d 人并入本户,原因:%s",
                                    "correction: another household of %d persons goes over to this one, because: %s",
                                    e.number("persons"),
                                    e.text("reason"));
            case "HouseholdSplit" -> split(e, reader);
            case "HouseholdSplitOff" ->
                    reader.isOf(e)
                            ? say(
                                    "更正:自另一户分出 %d 人立户,原因:%s",
                                    "correction: set up with %d persons of another household, because: %s",
                                    e.number("persons"),
                                    e.text("reason"))
                            : say(
                                    "更正:本户分出 %d 人另立一户,原因:%s",
                                    "correction: a household of their own was set up with %d persons of this one, because: %s",
                                    e.number("persons"),
                                    e.text("reason"));
            case "HouseholdMoved" ->
                    say(
                            "整户迁至%3$s(" + zh(e, "reason") + "),%1$d 人,原在 %2$s",
                            "moved from %2$s to %4$s with %1$d persons (" + en(e, "reason") + ")",
                            e.number("persons"),
                            reader.place(e.text("fromRegion")),
                            reader.place(e.region()) + e.text("group"),
                            reader.place(e.region()));
            case "HouseholdOnFileApplied" ->
                    say(
                            "在档的一般农户(%d 人)申请建档立卡",
                            "on file as an ordinary household of %d, it applied to be registered",
                            e.number("persons"));
            case "HouseholdBackOnFile" ->
                    e.text("signedBy").isEmpty()
                            ? say(
                                    "申请未通过,仍为一般农户:%s",
                                    "the application was rejected, it is on file as before: %s",
                                    e.text("grounds"))
                            : say(
                                    "农户撤回申请,仍为一般农户:%s",
                                    "the household took its application back, it is on file as before: %s",
                                    e.text("grounds"));
            case "HouseholdWithdrew" ->
                    say(
                            "农户撤回申请:%s",
                            "the household took its application back: %s", e.text("reason"));
            case "ExclusionCleared" ->
                    say(
                            "成员 %1$s 的%3$s比对结果经核查不影响识别:%2$s",
                            "that member %1$s is on a list of %4$s was looked into and does not stand in the way: %2$s",
                            reader.name(e.text("personId")),
                            e.text("grounds"),
                            reader.itemZh(e),
                            reader.itemEn(e));
            case "HelperReleased" ->
                    say(
                            "帮扶责任人 %2$s 解除帮扶:%1$s",
                            "the helper %2$s was released: %1$s",
                            e.text("reason"),
                            reader.helper(e.text("helperId")));
            case "MonitoringHelperReleased" ->
                    say(
                            "风险消除后,监测帮扶责任人 %2$s 解除帮扶:%1$s",
                            "its risk eliminated, the helper %2$s of the monitored household was released: %1$s",
                            e.text("reason"),
                            reader.helper(e.text("helperId")));
            case "ExitPlanDropped" ->
                    say(
                            "移出脱贫名单(取消预脱贫),仍在册:%s",
                            "not planned to exit any more, it stays registered: %s",
                            e.text("reason"));
            case "ExitWithdrawn" ->
                    say(
                            "撤回拟脱贫,仍在册:%s",
                            "the exit was taken back, it stays registered: %s", e.text("reason"));
            case "QuarterChecked" ->
                    say(
                            "核实 %d 年第 %d 季度收支:纯收入 %s 元,支出 %s 元",
                            "quarter checked, %d quarter %d: net income %s yuan, spent %s yuan",
                            e.number("year"),
                            e.number("quarter"),
                            yuan(e.number("netIncomeFen")),
                            yuan(e.number("spentFen")));
            case "HandbookIssued" ->
                    say("发放扶贫手册(%s)", "handbook %s was handed over", e.text("number"));
            case "ClearCardIssued" ->
                    say("悬挂 %d 年明白卡", "the clear card of %d was hung up", e.number("year"));
            case "ResultSigned" ->
                    say(
                            "成员 %2$s 签字确认 %1$d 年帮扶成效:%3$s",
                            "member %2$s signed what help of %1$d came to: %4$s",
                            e.number("year"),
                            reader.name(e.text("signedBy")),
                            projects(e, true),
                            projects(e, false));
            default -> null;
        };
    }

    private static Sentence described(LifeEvent e, Sentence.Reader reader) {
        var details = FormTerms.of(e.payload().path("details"));
        var erased = reader.isErased(e.text("personId"));
        return say(
                "登记成员 %1$s 的情况%2$s",
                "member %1$s described%3$s",
                reader.name(e.text("personId")),
                after(":", erased ? "" : plain(details, true)),
                after(": ", erased ? "" : plain(details, false)));
    }

    private static Sentence split(LifeEvent e, Sentence.Reader reader) {
        var names = new ArrayList<String>();
        e.payload().path("personIds").forEach(id -> names.add(reader.name(id.asString(""))));
        var who = String.join("、", names);
        var head = e.text("newHead");
        return reader.isOf(e)
                ? say(
                        "更正:成员 %s 另立一户,余 %d 人,原因:%s" + (head.isEmpty() ? "" : ";户主改为 %4$s"),
                        "correction: members %s are a household of their own, %d stay, because: %s"
                                + (head.isEmpty() ? "" : "; %4$s is the head now"),
                        who,
                        e.number("persons"),
                        e.text("reason"),
                        reader.name(head))
                : say(
                        "更正:成员 %s 自原户分出,原因:%s",
                        "correction: members %s were part of another household, because: %s",
                        who,
                        e.text("reason"));
    }

    private static String projects(LifeEvent e, boolean chinese) {
        var types = new ArrayList<String>();
        for (JsonNode type : e.payload().path("projectTypes")) {
            var code = type.asString("");
            types.add(chinese ? FormTerms.zh("project", code) : FormTerms.en("project", code));
        }
        return String.join(chinese ? "、" : ", ", types);
    }

    private static String words(List<FormTerms.Said> said, boolean chinese) {
        return plain(said, chinese).replace("%", "%%");
    }

    private static String plain(List<FormTerms.Said> said, boolean chinese) {
        return String.join(
                chinese ? "、" : ", ",
                said.stream()
                        .map(s -> chinese ? s.zh() + " " + s.value() : s.en() + " " + s.valueEn())
                        .toList());
    }

    private static Sentence dayCorrected(LifeEvent e, Sentence.Reader reader) {
        var came = e.payload().path("came").asBoolean();
        var left = e.text("left");
        return say(
                (reader.isOf(e) ? "" : "原户")
                        + "更正成员 %1$s 的"
                        + (came ? "加入" : "离户")
                        + "日期:应为 %2$s(原登记 %3$s)"
                        + (left.isEmpty() ? "" : ",离户原因:" + Terms.zh(left))
                        + ",当日 %4$d 人,更正原因:%5$s",
                (reader.isOf(e) ? "correction: " : "correction in another household: ")
                        + "member %1$s "
                        + (came ? "came" : "went")
                        + " on %2$s (not on %3$s)"
                        + (left.isEmpty() ? "" : ", reason: " + Terms.en(left))
                        + ", %4$d persons on that day, because: %5$s",
                reader.said(e.payload().path("member")),
                e.text("rightDay"),
                e.text("wrongDay"),
                e.number("persons"),
                e.text("reason"));
    }
}
