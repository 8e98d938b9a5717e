package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.say;
import static cn.fupin.reporting.history.Sentence.yuan;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What is held, formed, decided and said in a region. */
final class RegionSentences {
    private RegionSentences() {}

    static @Nullable Sentence of(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "TrainingHeld" ->
                    say(
                            "举办培训 %1$d 期 %2$d 人次%5$s%3$s",
                            "training held: %1$d classes, %2$d person-times%6$s%4$s",
                            e.number("classes"),
                            e.number("personTimes"),
                            after(",", e.text("subject")),
                            after(", ", e.text("subject")),
                            after(",学员 ", counted(e, "persons"), " 人"),
                            OneOf.a(after(" of ", counted(e, "persons"), " persons")));
            case "SurveyRoundHeld" -> say("开展一轮调查摸底", "a round of surveys was held");
            case "InspectionHeld" ->
                    say(
                            "督导督查%1$s%2$s",
                            "an inspection was held%3$s%4$s",
                            after("(", e.text("inspectedBy"), ")"),
                            after(":", e.text("findings")),
                            after(" by ", e.text("inspectedBy")),
                            after(": ", e.text("findings")));
            case "MeetingHeld" ->
                    say(
                            "召开%2$s:%1$s%4$s",
                            "%3$s held: %1$s%5$s",
                            e.text("title"),
                            FormTerms.zh("meeting", e.text("kind")),
                            FormTerms.en("meeting", e.text("kind")),
                            after(",到会 ", counted(e, "attendance"), " 人"),
                            after(", ", counted(e, "attendance"), " present"));
            case "PolicyDocumentIssued" ->
                    say(
                            "印发文件 %s《%s》",
                            "document %s issued: %s", e.text("documentNo"), e.text("title"));
            case "VillageExitRechecked" -> rechecked(e);
            case "ExitsReported" -> exitsReported(e);
            case "LeadingGroupFormed" ->
                    say(
                            "成立%1$s,组长 %2$s,成员单位 %3$d 个",
                            "%1$s formed, led by %2$s, %3$d member offices",
                            e.text("group"),
                            e.text("leader"),
                            e.payload().path("members").size());
            case "WorkTeamFormed" ->
                    say(
                            "组建%3$s%4$s %1$s(%2$s)",
                            "%5$s of the %6$s formed: %1$s (%2$s)",
                            e.text("team"),
                            list(e, "units"),
                            FormTerms.zh("level", e.text("level")),
                            FormTerms.zh("team", e.text("kind")),
                            FormTerms.en("team", e.text("kind")),
                            FormTerms.en("level", e.text("level")));
            case "WorkTeamStaffed" ->
                    say(
                            "%s 现有队员 %d 人",
                            "work team %s has %d members now",
                            e.text("team"),
                            e.payload().path("members").size());
            case "WorkTeamWithdrawn" ->
                    say("%s 撤回:%s", "work team %s withdrawn: %s", e.text("team"), e.text("reason"));
            case "FirstSecretaryAppointed" ->
                    say("选派第一书记(%s)", "a first secretary of %s was appointed", e.text("unit"));
            case "FirstSecretaryRecalled" ->
                    say("第一书记调回:%s", "the first secretary was recalled: %s", e.text("reason"));
            case "HelperUnitAssigned" ->
                    say("明确帮扶单位 %s", "helper unit assigned: %s", e.text("unit"));
            case "HelperUnitReleased" ->
                    say(
                            "帮扶单位 %s 调整:%s",
                            "helper unit %s released: %s", e.text("unit"), e.text("reason"));
            case "UnitContactAssigned" -> contact(e, reader);
            case "UnitContactEnded" ->
                    say(
                            "%s 不再联系本村农户:%s",
                            "%s is in contact with no household any more: %s",
                            e.text("unit"),
                            e.text("reason"));
            case "StaffAppointed" ->
                    say(
                            "配备%2$s %1$d 人",
                            "%1$d " + FormTerms.en("staff", e.text("kind")) + " appointed",
                            e.number("persons"),
                            FormTerms.zh("staff", e.text("kind")));
            case "StaffReleased" ->
                    say(
                            "%2$s %1$d 人不再任职:%3$s",
                            "%1$d " + FormTerms.en("staff", e.text("kind")) + " released: %3$s",
                            e.number("persons"),
                            FormTerms.zh("staff", e.text("kind")),
                            e.text("reason"));
            case "RegionPlanAdopted" ->
                    say(
                            "制定%1$s(%2$d—%3$d 年)",
                            "plan adopted: %1$s (%2$d to %3$d)",
                            e.text("title"),
                            e.number("fromYear"),
                            e.number("toYear"));
            default -> ofPlace(e, reader);
        };
    }

    private static Sentence rechecked(LifeEvent e) {
        var confirmed = e.payload().path("confirmed");
        if (!confirmed.isBoolean()) {
            return say("贫困村退出复核验收", "the village's exit was looked into once more");
        }
        return confirmed.asBoolean()
                ? say("贫困村退出复核验收合格", "the village's exit was looked into once more and holds")
                : say(
                        "贫困村退出复核验收不合格",
                        "the village's exit was looked into once more and does not hold");
    }

    /**
     * What was reported, and what the register, as recorded when the report was entered, had of
     * that day where that is something else.
     */
    private static Sentence exitsReported(LifeEvent e) {
        var same =
                e.number("households") == e.number("registerHouseholds")
                        && e.number("persons") == e.number("registerPersons");
        return say(
                "向%1$s上报 %2$d 年脱贫 %3$d 户 %4$d 人%7$s,"
                        + (same ? "与登记簿一致(以录入时所载为准)" : "登记簿(录入时所载)当日为 %5$d 户 %6$d 人,不一致"),
                "exits of %2$d reported to %1$s: %3$d households, %4$d persons%8$s; "
                        + (same
                                ? "the register, as recorded then, had as many"
                                : "the register, as recorded when this was entered, had %5$d households, %6$d persons that day"),
                e.text("reportedTo"),
                e.number("year"),
                e.number("households"),
                e.number("persons"),
                e.number("registerHouseholds"),
                e.number("registerPersons"),
                after("(", e.text("documentNo"), ")"),
                after(" (", e.text("documentNo"), ")"));
    }

    private static @Nullable Sentence ofPlace(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "RegionListed" -> say("列入区划:%s", "listed as %s", e.text("name"));
            case "RegionListingCorrected" ->
                    say(
                            "更正列入的区划(%1$s):应为 %2$s(原登 %3$s),原因:%4$s",
                            "listing of %1$s corrected: %2$s, not %3$s, because: %4$s",
                            e.text("listedOn"),
                            e.text("name"),
                            e.text("formerName"),
                            e.text("reason"));
            case "RegionRenamed" ->
                    say(
                            reader.isOfAHousehold() ? "所在区划由%s更名为%s" : "由%s更名为%s",
                            reader.isOfAHousehold()
                                    ? "the division in which it lies was renamed from %s to %s"
                                    : "renamed from %s to %s",
                            e.text("formerName"),
                            e.text("name"));
            case "RegionSuperseded" -> superseded(e, reader);
            case "VillageGroupListed" ->
                    say("登记村民小组:%s", "villagers' group listed: %s", e.text("name"));
            case "VillageGroupRenamed" ->
                    say(
                            "村民小组%s更名为%s",
                            "villagers' group %s renamed to %s",
                            e.text("formerName"),
                            e.text("name"));
            case "VillageGroupEnded" ->
                    say("村民小组 %s 撤销", "villagers' group %s ended", e.text("group"));
            case "RegionFactRecorded" ->
                    say(
                            "登记%1$s:%2$s %3$s",
                            "recorded: %4$s %2$s %5$s",
                            RuleTerms.zh(e.text("measure")),
                            number(e, "value"),
                            RuleTerms.zh(e.text("unit")),
                            RuleTerms.en(e.text("measure")),
                            RuleTerms.en(e.text("unit")));
            case "PoorVillageIdentified" ->
                    say(
                            "识别为贫困村%1$s",
                            "identified as a poor village%2$s",
                            incidence(e, "criteria", true),
                            incidence(e, "criteria", false));
            case "PoorVillageExited" ->
                    say(
                            "贫困村退出:发生率 %1$s%%(%3$s),标准 %2$s%%",
                            "the village came out of poverty: incidence %1$s%% (%4$s), threshold %2$s%%",
                            percent(e.number("incidenceBasisPoints")),
                            percent(e.number("mostBasisPoints")),
                            FormTerms.zh("denominator", e.text("denominator")),
                            FormTerms.en("denominator", e.text("denominator")));
            case "PoorVillageFiguresCorrected" -> figuresCorrected(e);
            case "PovertyLineSet" ->
                    say(
                            "%d 年扶贫标准 %s 元",
                            "poverty line of %d: %s yuan a year",
                            e.number("year"),
                            yuan(e.number("lineFenPerYear")));
            case "PovertyLineCorrected" ->
                    say(
                            "更正 %1$d 年扶贫标准:应为 %2$s 元,原因:%3$s",
                            "poverty line of %1$d corrected: %2$s yuan a year, because: %3$s",
                            e.number("year"),
                            yuan(e.number("lineFenPerYear")),
                            e.text("reason"));
            case "RuleCorrected" ->
                    say(
                            "更正自 %3$s 起的规定%1$s:应为 %2$d %4$s,原因:%7$s",
                            "rule from %3$s on corrected: %5$s %2$d %6$s, because: %7$s",
                            RuleTerms.zh(e.text("code")),
                            e.number("value"),
                            e.text("effectiveFrom"),
                            RuleTerms.zh(e.text("unit")),
                            RuleTerms.en(e.text("code")),
                            RuleTerms.en(e.text("unit")),
                            e.text("reason"));
            case "QuotaAllocated" ->
                    say(
                            "%d 年分解规模 %d 人,上限 %d 人",
                            "quota of %d: %d persons, ceiling %d",
                            e.number("year"),
                            e.number("persons"),
                            e.number("ceilingPersons"));
            case "QuotaAdjusted" ->
                    say(
                            "%1$d 年规模调剂为 %2$d 人,上限 %3$d 人(%4$s),原因:%5$s",
                            "quota of %1$d adjusted: %2$d persons, ceiling %3$d (%4$s), because: %5$s",
                            e.number("year"),
                            e.number("persons"),
                            e.number("ceilingPersons"),
                            e.text("documentNo"),
                            e.text("reason"));
            case "QuotaCorrected" ->
                    say(
                            "更正 %1$d 年自 %2$s 起的规模:应为 %3$d 人,上限 %4$d 人,原因:%5$s",
                            "quota of %1$d from %2$s on corrected: %3$d persons, ceiling %4$d, because: %5$s",
                            e.number("year"),
                            e.text("amountOn"),
                            e.number("persons"),
                            e.number("ceilingPersons"),
                            e.text("reason"));
            case "RuleEnacted" ->
                    say(
                            "规定%1$s:%2$d %4$s,自 %3$s 起",
                            "rule from %3$s on: %5$s %2$d %6$s",
                            RuleTerms.zh(e.text("code")),
                            e.number("value"),
                            e.text("effectiveFrom"),
                            RuleTerms.zh(e.text("unit")),
                            RuleTerms.en(e.text("code")),
                            RuleTerms.en(e.text("unit")));
            default -> VillageNoticeSentences.of(e);
        };
    }

    /** With the household whose history it stands in, or with it no more. */
    private static Sentence contact(LifeEvent e, Sentence.Reader reader) {
        var named = e.payload().path("householdIds");
        if (!reader.isOfAHousehold()) {
            return say(
                    "%1$s 联系 %2$d 户%3$s",
                    "%1$s is in contact with %2$d households%4$s",
                    e.text("unit"),
                    e.number("households"),
                    named.isArray() ? ",列名 " + named.size() + " 户" : "",
                    named.isArray() ? ", " + named.size() + " of them named" : "");
        }
        return ContactTerms.names(e, reader.householdId())
                ? say(
                        "%s 联系本户(在本村联系 %d 户)",
                        "a unit is in contact with this household: %s (with %d of the village)",
                        e.text("unit"),
                        e.number("households"))
                : say(
                        "%s 不再联系本户(在本村联系 %d 户)",
                        "a unit is in contact with this household no more: %s (with %d of the village)",
                        e.text("unit"),
                        e.number("households"));
    }

    private static Sentence superseded(LifeEvent e, Sentence.Reader reader) {
        if (!reader.isOfAHousehold()) {
            return say("区划撤销,后继:%s", "ended as a division, followed by %s", successors(e, reader));
        }
        return say(
                "所在区划%s撤销,后继:%s",
                "the division in which it lay, %s, ended, followed by %s",
                reader.place(e.region()),
                successors(e, reader));
    }

    private static Sentence figuresCorrected(LifeEvent e) {
        var exit = e.text("step").equals("EXIT");
        return say(
                "更正 %1$s "
                        + (exit ? "贫困村退出" : "贫困村识别")
                        + "时载明的人数:应为 %2$d 人/%3$d 人(%5$s),发生率 %4$s%%,原因:%7$s",
                "what was stated when it "
                        + (exit ? "came out of poverty" : "was identified as poor")
                        + " on %1$s is corrected: %2$d of %3$d persons (%6$s), incidence %4$s%%, because: %7$s",
                e.text("stepOn"),
                e.number("poorPersons"),
                e.number("denominatorPersons"),
                percent(e.number("incidenceBasisPoints")),
                FormTerms.zh("denominator", e.text("denominator")),
                FormTerms.en("denominator", e.text("denominator")),
                e.text("reason"));
    }

    private static String incidence(LifeEvent e, String field, boolean chinese) {
        var criteria = e.payload().path(field);
        if (!criteria.isObject()) return "";
        var percent = percent(criteria.path("incidenceBasisPoints").asLong(0));
        return chinese ? ",发生率 " + percent + "%" : ", incidence " + percent + "%";
    }

    private static String percent(long basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }

    private static String number(LifeEvent e, String field) {
        var value = e.payload().path(field);
        return value.isNumber() ? new BigDecimal(value.asString()).toPlainString() : "";
    }

    /** Empty where nobody says how many. */
    static String counted(LifeEvent e, String field) {
        return e.payload().path(field).isNumber() ? Long.toString(e.number(field)) : "";
    }

    static String successors(LifeEvent e, Sentence.Reader reader) {
        var names = new ArrayList<String>();
        e.payload().path("successors").forEach(code -> names.add(reader.place(code.asString(""))));
        return names.isEmpty() ? "—" : String.join("、", names);
    }

    private static String list(LifeEvent e, String field) {
        var words = new ArrayList<String>();
        e.payload().path(field).forEach(word -> words.add(word.asString("")));
        return words.isEmpty() ? "—" : String.join("、", words);
    }
}
