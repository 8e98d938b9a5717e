package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.en;
import static cn.fupin.reporting.history.Sentence.say;
import static cn.fupin.reporting.history.Sentence.zh;

import org.jspecify.annotations.Nullable;

/** 撤销误登: what was entered wrongly of a household's help or the work in a place, and never was. */
final class TakenBackSentences {
    private TakenBackSentences() {}

    static @Nullable Sentence of(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "VisitTakenBack" ->
                    say(
                            "撤销误登的走访(%1$s,%3$s),原因:%2$s",
                            "took back a visit that was entered wrongly (%1$s, %4$s), because: %2$s",
                            e.text("visitedOn"),
                            e.text("reason"),
                            FormTerms.zh("visit", Sentence.channel(e)),
                            FormTerms.en("visit", Sentence.channel(e)));
            case "PlanTakenBack" ->
                    say(
                            "撤销误登的" + zh(e, "kind") + "(%1$d—%2$d 年,%3$s 制定),原因:%4$s",
                            "took back a wrongly entered "
                                    + en(e, "kind")
                                    + " of %1$d to %2$d, adopted %3$s, because: %4$s",
                            e.number("fromYear"),
                            e.number("toYear"),
                            e.text("adoptedOn"),
                            e.text("reason"));
            case "PlannedMeasureTakenBack" ->
                    say(
                            "撤销误登的" + zh(e, "kind") + "(%1$d 年起)措施 %2$s 的落实(%3$s),原因:%4$s",
                            "took back that measure %2$s of the "
                                    + en(e, "kind")
                                    + " from %1$d on was done on %3$s, because: %4$s",
                            e.number("fromYear"),
                            e.text("code"),
                            e.text("doneOn"),
                            e.text("reason"));
            case "MeasureTakenBack" ->
                    say(
                            "撤销误登的帮扶措施:%4$s(%1$s,%2$s 起),原因:%3$s",
                            "took back a wrongly assigned measure: %5$s (%1$s, since %2$s), because: %3$s",
                            e.text("scheme"),
                            e.text("assignedOn"),
                            e.text("reason"),
                            reader.measure(e.text("measure"), true),
                            reader.measure(e.text("measure"), false));
            case "QuarterCheckTakenBack" ->
                    say(
                            "撤销误登的 %1$d 年第 %2$d 季度收支核实(%3$s),原因:%4$s",
                            "took back a wrongly entered check of quarter %2$d of %1$d (%3$s), because: %4$s",
                            e.number("year"),
                            e.number("quarter"),
                            e.text("checkedOn"),
                            e.text("reason"));
            case "HandbookTakenBack" ->
                    say(
                            "撤销误登的扶贫手册发放(%1$s,%2$s),原因:%3$s",
                            "took back that handbook %1$s was handed over on %2$s, because: %3$s",
                            e.text("number"),
                            e.text("issuedOn"),
                            e.text("reason"));
            case "ClearCardTakenBack" ->
                    say(
                            "撤销误登的 %1$d 年明白卡(%2$s),原因:%3$s",
                            "took back that the clear card of %1$d was hung up on %2$s, because: %3$s",
                            e.number("year"),
                            e.text("issuedOn"),
                            e.text("reason"));
            case "ResultTakenBack" ->
                    say(
                            "撤销误登的 %1$d 年帮扶成效签字(%2$s,%3$s),原因:%4$s",
                            "took back that %3$s signed what help of %1$d came to on %2$s, because: %4$s",
                            e.number("year"),
                            e.text("signedOn"),
                            reader.name(e.text("signedBy")),
                            e.text("reason"));
            case "ClearanceTakenBack" ->
                    say(
                            "撤销误登的成员 %1$s 的%4$s比对核查结论(%2$s),原因:%3$s",
                            "took back that the list of %5$s does not stand in the way of member %1$s (%2$s), because: %3$s",
                            reader.name(e.text("personId")),
                            e.text("clearedOn"),
                            e.text("reason"),
                            reader.itemZh(e),
                            reader.itemEn(e));
            case "BenefitLinkTakenBack" ->
                    say(
                            "撤销误登的与%1$s的利益联结合同(%2$s,%3$s 签订),原因:%4$s",
                            "took back a wrongly entered contract with %1$s (%2$s, signed %3$s), because: %4$s",
                            e.text("partner"),
                            e.text("contract"),
                            e.text("signedOn"),
                            e.text("reason"));
            case "BenefitLinkEndTakenBack" ->
                    say(
                            "撤销误登的与%1$s的合同终止(%2$s,%3$s),原因:%4$s",
                            "took back that the contract with %1$s ended (%2$s, %3$s), because: %4$s",
                            e.text("partner"),
                            e.text("contract"),
                            e.text("endedOn"),
                            e.text("reason"));
            case "DividendTakenBack" ->
                    say(
                            "撤销误登的%1$s %2$d 年度分红 %3$s 元(合同 %4$s,%5$s),原因:%6$s",
                            "took back %3$s yuan of dividend of %2$d from %1$s (contract %4$s, %5$s), because: %6$s",
                            e.text("partner"),
                            e.number("year"),
                            Sentence.yuan(e.number("amountFen")),
                            e.text("contract"),
                            e.text("receivedOn"),
                            e.text("reason"));
            case "MeetingTakenBack" ->
                    say(
                            "撤销误登的%3$s:%1$s(%2$s),原因:%5$s",
                            "took back a wrongly entered %4$s: %1$s (%2$s), because: %5$s",
                            e.text("title"),
                            e.text("heldOn"),
                            FormTerms.zh("meeting", e.text("kind")),
                            FormTerms.en("meeting", e.text("kind")),
                            e.text("reason"));
            case "TrainingTakenBack" ->
                    say(
                            "撤销误登的培训 %1$d 期 %2$d 人次(%3$s%5$s%6$s),原因:%4$s",
                            "took back a wrongly entered training: %1$d classes, %2$d person-times (%3$s%7$s%8$s), because: %4$s",
                            e.number("classes"),
                            e.number("personTimes"),
                            e.text("heldOn"),
                            e.text("reason"),
                            after(",", e.text("subject")),
                            after(",学员 ", RegionSentences.counted(e, "persons"), " 人"),
                            after(", ", e.text("subject")),
                            after(", persons: ", RegionSentences.counted(e, "persons")));
            case "SurveyRoundTakenBack" ->
                    say(
                            "撤销误登的一轮调查摸底(%s),原因:%s",
                            "took back a wrongly entered round of surveys (%s), because: %s",
                            e.text("heldOn"),
                            e.text("reason"));
            case "InspectionTakenBack" ->
                    say(
                            "撤销误登的督导督查(%1$s%3$s),原因:%2$s",
                            "took back a wrongly entered inspection (%1$s%4$s), because: %2$s",
                            e.text("heldOn"),
                            e.text("reason"),
                            after(",", e.text("inspectedBy")),
                            after(", by ", e.text("inspectedBy")));
            case "PolicyDocumentTakenBack" ->
                    say(
                            "撤销误登的文件 %1$s《%2$s》(%3$s),原因:%4$s",
                            "took back a wrongly entered document %1$s: %2$s (%3$s), because: %4$s",
                            e.text("documentNo"),
                            e.text("title"),
                            e.text("issuedOn"),
                            e.text("reason"));
            default -> ofPlace(e, reader);
        };
    }

    /** Of what a place is said to be; in a household's history it is where it lies. */
    private static @Nullable Sentence ofPlace(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "VillageExitRecheckTakenBack" ->
                    say(
                            "撤销误登的贫困村退出复核验收(%1$s%3$s),原因:%2$s",
                            "took back a wrongly entered recheck of the village's exit (%1$s%4$s), because: %2$s",
                            e.text("recheckedOn"),
                            e.text("reason"),
                            confirmed(e, ",合格", ",不合格"),
                            confirmed(e, ", it holds", ", it does not hold"));
            case "ListingTakenBack" ->
                    say(
                            "撤销误列的区划:%1$s(%2$s),原因:%3$s",
                            "took back a wrongly entered listing: %1$s (%2$s), because: %3$s",
                            e.text("name"),
                            e.text("listedOn"),
                            e.text("reason"));
            case "SuccessionTakenBack" ->
                    say(
                            "撤销误登的区划撤并:%1$s仍为区划(原登 %2$s 撤销,后继:%3$s),原因:%4$s",
                            "took back a wrongly entered succession: %1$s is a division as before (was said to have ended on %2$s, followed by %3$s), because: %4$s",
                            reader.place(e.region()),
                            e.text("supersededOn"),
                            RegionSentences.successors(e, reader),
                            e.text("reason"));
            case "RenamingTakenBack" ->
                    say(
                            "撤销误登的更名(%1$s):仍名%2$s,并未更名为%3$s,原因:%4$s",
                            "took back a wrongly entered renaming (%1$s): it is called %2$s as before and not %3$s, because: %4$s",
                            e.text("renamedOn"),
                            e.text("formerName"),
                            e.text("name"),
                            e.text("reason"));
            case "PoorVillageIdentificationTakenBack" ->
                    say(
                            "撤销误登的贫困村识别(%s),原因:%s",
                            "took back a wrongly entered identification as a poor village (%s), because: %s",
                            e.text("identifiedOn"),
                            e.text("reason"));
            case "PoorVillageExitTakenBack" ->
                    say(
                            "撤销误登的贫困村退出(%s):仍为贫困村,原因:%s",
                            "took back a wrongly entered exit of the village (%s): it is a poor village as before, because: %s",
                            e.text("exitedOn"),
                            e.text("reason"));
            default -> null;
        };
    }

    /** Empty where nobody said. */
    private static String confirmed(LifeEvent e, String yes, String no) {
        var confirmed = e.payload().path("confirmed");
        if (!confirmed.isBoolean()) return "";
        return confirmed.asBoolean() ? yes : no;
    }
}
