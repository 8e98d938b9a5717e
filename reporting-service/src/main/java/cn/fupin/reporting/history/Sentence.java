package cn.fupin.reporting.history;

import cn.fupin.reporting.answer.Brief;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.regions.ItemNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What happened, for a person to read: one Chinese sentence and the same in English. */
public record Sentence(String zh, String en) {

    /**
     * Whose history it stands in, and which of the events that is: an id may be another person's in
     * the next.
     *
     * @param names what may be shown of a member, by personId; null of whom nobody entered
     * @param called the same of whom the event enters, by personId and the name it enters, which
     *     may have been corrected since
     * @param shown what may be shown of the masked name of a person
     * @param known what else is called by a name
     */
    record Reader(
            String householdId,
            Function<String, @Nullable String> names,
            BinaryOperator<String> called,
            BinaryOperator<String> shown,
            Known known) {
        /** Not a region's. */
        boolean isOfAHousehold() {
            return !householdId.isEmpty();
        }

        boolean isErased(String personId) {
            return name(personId).equals(Erasure.NAMELESS);
        }

        /** Whether anybody of the household was entered under the id. */
        boolean isKnown(String personId) {
            return names.apply(personId) != null;
        }

        boolean isOf(LifeEvent e) {
            return e.isOf(householdId);
        }

        String name(String personId) {
            var name = names.apply(personId);
            return name == null ? Erasure.NAMELESS : name;
        }

        /** What a place is called; its code where nobody listed it. */
        String place(String code) {
            return known.places().getOrDefault(code, code);
        }

        /** What a kind of measures is called, by the national list or where it was enacted. */
        String measure(String code, boolean chinese) {
            var local = known.measures().get(code);
            if (local != null) return local;
            return chinese ? MeasureNames.zh(code) : MeasureNames.en(code);
        }

        /** The masked name and the unit, as far as they are known, and the id. */
        String helper(String id) {
            var label = known.helpers().get(id);
            return label == null ? id : label + " " + id;
        }

        /** What kind of notice it is. */
        String noticeZh(String id) {
            var posted = known.notices().get(id);
            return posted == null ? "公示" : Terms.zh(posted.kind());
        }

        String noticeEn(String id) {
            var posted = known.notices().get(id);
            return posted == null ? "notice" : Terms.en(posted.kind());
        }

        /** 排除事项: as the place of the event called it that day; a code of nobody's in quotes. */
        String itemZh(LifeEvent e) {
            var enacted = enacted(e);
            return enacted == null ? FormTerms.orQuoted("item", e.text("item")) : enacted;
        }

        String itemEn(LifeEvent e) {
            var enacted = enacted(e);
            return enacted == null ? FormTerms.en("item", e.text("item")) : enacted;
        }

        private @Nullable String enacted(LifeEvent e) {
            return known.items().of(e.text("item"), e.region(), e.occurredOn());
        }

        /** Which of its kind: its id, and where it hung. */
        String postedZh(String id) {
            return posted(id, "(", ",张贴于", ")");
        }

        String postedEn(String id) {
            return posted(id, " (", ", posted at ", ")");
        }

        private String posted(String id, String begin, String at, String end) {
            if (id.isEmpty()) return "";
            var posted = known.notices().get(id);
            return begin + Brief.id(id) + (posted == null ? "" : at + posted.place()) + end;
        }

        /** What a naming says of a helper, whatever was said later. */
        String named(LifeEvent naming) {
            return String.join(
                    " ", name(naming.payload()), naming.text("unit"), naming.text("helperId"));
        }

        /** The round's rule by which it came or went, in its words; empty where there is none. */
        String rule(LifeEvent e) {
            var code = e.text("roundRule");
            return known.rules().getOrDefault(e.text("roundId") + "/" + code, code);
        }

        /** What a round of re-verification is called; its id where it is not known. */
        String round(String id) {
            return known.rounds().getOrDefault(id, Brief.id(id));
        }

        /** As the member is called on all days, by what is known. */
        String name(JsonNode member) {
            return called.apply(
                    member.path("personId").asString(""), member.path("maskedName").asString(""));
        }

        /** As the event calls the member, whatever was said later. */
        String said(JsonNode member) {
            return shown(member, member.path("maskedName").asString(""));
        }

        /** A masked name of a member, which need not be the one the member has now. */
        String shown(JsonNode member, String maskedName) {
            return shown.apply(member.path("personId").asString(""), maskedName);
        }
    }

    /**
     * @param places what they are called, by code
     * @param rounds their names, by id
     * @param rules of rounds, in words, by the round's id and the rule's code
     * @param helpers their masked names and units, by id
     * @param notices of which kind and where, by id
     * @param items of exclusion that divisions enacted, in their words
     * @param measures what the kinds of measures are called that a division enacted, by code
     */
    record Known(
            Map<String, String> places,
            Map<String, String> rounds,
            Map<String, String> rules,
            Map<String, String> helpers,
            Map<String, NoticeNames.Posted> notices,
            ItemNames items,
            Map<String, String> measures) {
        Known(
                Map<String, String> places,
                Map<String, String> rounds,
                Map<String, String> rules,
                Map<String, String> helpers,
                Map<String, NoticeNames.Posted> notices,
                ItemNames items) {
            this(places, rounds, rules, helpers, notices, items, Map.of());
        }

        /** By each item of exclusion that these events name as a code. */
        static ItemNames items(Collection<LifeEvent> events, AsOf asOf, JdbcClient db) {
            var names = events.stream().anyMatch(e -> !e.text("item").isEmpty());
            return names ? ItemNames.of(asOf, db) : ItemNames.NONE;
        }
    }

    static Sentence of(LifeEvent e, Reader reader) {
        var earlier = EarlierFile.sentence(e, reader);
        return earlier == null ? Particulars.behind(core(e, reader), e, reader) : earlier;
    }

    private static Sentence core(LifeEvent e, Reader reader) {
        return switch (e.type()) {
            case "HouseholdRecorded" ->
                    say(
                            "作为一般农户建立档案,%d 人",
                            "put on file as an ordinary household of %d",
                            e.payload().path("members").size());
            case "HouseholdApplied" ->
                    say(
                            "%d 口之家递交建档立卡申请",
                            "a household of %d applied to be registered",
                            e.payload().path("members").size());
            case "HouseholdSurveyed" ->
                    say(
                            "入户调查:%d 年人均纯收入 %s 元",
                            "home survey: net income of %d, %s yuan a head",
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")));
            case "SurveyCorrected" ->
                    say(
                            "更正入户调查:%d 年人均纯收入应为 %s 元,原因:%s",
                            "survey corrected: net income of %d is %s yuan a head, because: %s",
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")),
                            e.text("reason"));
            case "HouseholdAssessed" ->
                    say(
                            "村民民主评议:到会 %d 人,赞成 %d 票,反对 %d 票",
                            "democratic assessment: %d present, %d votes for, %d against",
                            e.number("attendance"),
                            e.number("votesFor"),
                            e.number("votesAgainst"));
            case "AssessmentHeld" ->
                    say(
                            "召开%3$s,到会 %1$d 人,评议 %2$d 户",
                            "%4$s held, %1$d present, %2$d households put to the vote",
                            e.number("attendance"),
                            e.payload().path("ballots").size(),
                            e.text("kind").isEmpty()
                                    ? "民主评议会"
                                    : FormTerms.zh("assessment", e.text("kind")),
                            e.text("kind").isEmpty()
                                    ? "assessment meeting"
                                    : FormTerms.en("assessment", e.text("kind")));
            case "NoticePosted" ->
                    say(
                            zh(e, "kind") + "张贴于%s,公示 %d 天,共 %d 户",
                            en(e, "kind") + " posted at %s for %d days, %d households on it",
                            e.text("place"),
                            e.number("lastDays"),
                            e.payload().path("householdIds").size());
            case "ObjectionRaised" ->
                    say(
                            "%2$s期内有异议:%1$s",
                            "an objection was raised to the %3$s: %1$s",
                            e.text("grounds"),
                            reader.noticeZh(e.text("noticeId")),
                            reader.noticeEn(e.text("noticeId")));
            case "ObjectionSettled" -> objectionSettled(e);
            case "NoticeClosed" ->
                    say(
                            "%1$s期满%3$s",
                            "the %2$s was closed%4$s",
                            reader.noticeZh(e.text("noticeId")),
                            reader.noticeEn(e.text("noticeId")),
                            reader.postedZh(e.text("noticeId")),
                            reader.postedEn(e.text("noticeId")));
            case "TownshipReviewed" -> say("乡镇审核通过", "passed the township's review");
            case "HouseholdRegistered" ->
                    say(
                            "县级审批,识别为贫困户:%1$d 人,主要致贫原因" + zh(e, "mainCause") + "%2$s",
                            "approved by the county and registered as poor: %1$d persons, main cause "
                                    + en(e, "mainCause")
                                    + "%3$s",
                            e.number("persons"),
                            after(",依据本轮进入规则:", reader.rule(e)),
                            after(", by the round's rule: ", reader.rule(e)));
            case "CausesCorrected" ->
                    say(
                            "更正%2$s致贫原因:主要原因应为" + zh(e, "mainCause") + ",原因:%1$s",
                            "causes%3$s corrected: the main one is "
                                    + en(e, "mainCause")
                                    + ", because: %1$s",
                            e.text("reason"),
                            after("", e.text("relapsedOn"), "返贫的"),
                            after(" of the relapse of ", e.text("relapsedOn")));
            case "RelapseIncomeCorrected" ->
                    say(
                            "更正%4$s返贫的收入:%1$d 年人均纯收入应为 %2$s 元,原因:%3$s",
                            "income of the relapse of %4$s corrected: net income of %1$d is %2$s yuan a head, because: %3$s",
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")),
                            e.text("reason"),
                            e.text("relapsedOn"));
            case "HouseholdRejected" ->
                    say("申请未通过:%s", "the application was rejected: %s", e.text("grounds"));
            case "HelperAssigned" -> assigned(e, reader);
            case "IncomeRecorded" ->
                    say(
                            "登记 %d 年收入:人均纯收入 %s 元",
                            "income of %d recorded: net, %s yuan a head",
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")));
            case "HouseholdVisited" ->
                    say(
                            "帮扶人员%1$s(" + zh(e, "purpose") + ")",
                            "%2$s (" + en(e, "purpose") + ")",
                            FormTerms.zh("visit", channel(e)),
                            FormTerms.en("visit", channel(e)));
            case "PlanAdopted" ->
                    say(
                            "制定" + zh(e, "kind") + "(%1$d—%2$d 年):%3$s",
                            en(e, "kind") + " of %1$d to %2$d adopted: %4$s",
                            e.number("fromYear"),
                            e.number("toYear"),
                            measures(e, reader, true),
                            measures(e, reader, false));
            case "PlannedMeasureDone" ->
                    say(
                            "落实" + zh(e, "kind") + "(%1$d 年起)措施 %2$s%3$s",
                            "measure %2$s of the " + en(e, "kind") + " from %1$d on was done%4$s",
                            e.number("fromYear"),
                            e.text("code"),
                            after(":", e.text("note")),
                            after(": ", e.text("note")));
            case "MeasureAssigned" ->
                    say(
                            "帮扶措施:%3$s(%2$s),%1$d 人",
                            "measure assigned: %4$s, %1$d persons (%2$s)",
                            e.number("persons"),
                            e.text("scheme"),
                            reader.measure(e.text("measure"), true),
                            reader.measure(e.text("measure"), false));
            case "ExitPlanned" ->
                    say(
                            "列入 %d 年脱贫名单(预脱贫,仍在册)",
                            "planned to exit in %d; it stays on the register", e.number("year"));
            case "MemberJoined" -> joined(e, reader);
            case "MemberLeft" -> left(e, reader);
            case "HouseholdReverified" ->
                    say("重新核实(%s)后保留", "verified again and kept (%s)", e.text("round"));
            case "HouseholdDissolved" ->
                    say(
                            "自然销户,余 %d 人,事由:" + zh(e, "cause"),
                            "dissolved with %d persons left, because: " + en(e, "cause"),
                            e.number("persons"));
            case "MonitoringClueRaised" ->
                    say("出现监测线索:" + zh(e, "source"), "a clue of risk: " + en(e, "source"));
            case "MonitoringChecked" ->
                    say(
                            "经授权入户核查:%d 年人均纯收入 %s 元,风险" + zh(e, "risk"),
                            "checked at home with leave: net income of %d, %s yuan a head, risk "
                                    + en(e, "risk"),
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")));
            case "MonitoringConfirmed" ->
                    say(
                            "确定为监测对象:" + zh(e, "kind") + "(线索 %s)",
                            "monitored as " + en(e, "kind") + " (clue of %s)",
                            e.text("clueOn"));
            case "RiskEliminated" ->
                    say(
                            "风险消除:%d 年人均纯收入 %s 元",
                            "risk eliminated: net income of %d, %s yuan a head",
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")));
            case "HouseholdRemoved" -> removed(e, reader);
            case "ExitProposed" -> say("提出脱贫", "proposed for exit");
            case "ExitVerified" ->
                    say(
                            "脱贫核实:%d 年人均收入 %s 元",
                            "exit verified: income of %d, %s yuan a head",
                            e.number("incomeYear"),
                            yuan(e.number("incomeFenPerHead")));
            case "ExitAgreed" -> say("农户签字认可脱贫", "the household signed its exit");
            case "HouseholdExited" ->
                    say(
                            "确认脱贫 %1$d 人%2$s",
                            "exit confirmed, %1$d persons%3$s",
                            e.number("persons"),
                            after(",公告于 ", e.text("announcedOn")),
                            after(", announced on ", e.text("announcedOn")));
            case "HouseholdRelapsed" ->
                    say(
                            "返贫重新纳入 %1$d 人,原因:" + zh(e, "cause") + "%2$s",
                            "relapsed and registered again, %1$d persons, cause: "
                                    + en(e, "cause")
                                    + "%3$s",
                            e.number("persons"),
                            after(",依据本轮进入规则:", reader.rule(e)),
                            after(", by the round's rule: ", reader.rule(e)));
            case "ProjectProposed" -> say("项目申报:%s", "project proposed: %s", e.text("name"));
            case "ProjectApproved" ->
                    say(
                            "项目列入 %d 年项目库",
                            "project taken into the library of %d", e.number("libraryYear"));
            case "ProjectContracted" ->
                    say("项目签订合同,承建单位 %s", "project contracted to %s", e.text("contractor"));
            case "ProgressReported" -> say("项目进度 %d%%", "project at %d%%", e.number("percent"));
            case "ProjectAccepted" ->
                    say("项目通过验收(%s)", "project accepted by %s", e.text("acceptedBy"));
            case "BeneficiariesNamed" ->
                    say(
                            "列为项目受益户,共 %d 户",
                            "named among the project's %d beneficiary households",
                            e.payload().path("households").size());
            case "PaymentRequested" -> requested(e, reader);
            case "PaymentApproved" -> say("拨付已审批", "payment approved");
            case "PaymentMade" -> say("款项已到账(%s)", "payment made (%s)", e.text("bankReference"));
            case "PaymentFailed" -> say("拨付失败:%s", "payment failed: %s", e.text("bankReason"));
            case "PaymentReturned" ->
                    say(
                            "退回 %s 元:%s",
                            "%s yuan returned: %s", yuan(e.number("amountFen")), e.text("reason"));
            case "MicroCreditLent" -> lent(e, reader);
            case "MicroCreditRepaid" ->
                    say(
                            "归还扶贫小额信贷本金 %s 元",
                            "repaid %s yuan of micro-credit", yuan(e.number("amountFen")));
            case "MicroCreditTakenBack" ->
                    say(
                            "撤销误登的扶贫小额信贷:%s",
                            "took back a wrong entry of micro-credit: %s", e.text("reason"));
            default -> more(e, reader);
        };
    }

    private static Sentence lent(LifeEvent e, Reader reader) {
        var person = e.text("personId");
        var borrower = person.isEmpty() ? "" : reader.name(person);
        return say(
                "%1$s发放扶贫小额信贷 %2$s 元%3$s,用途:%4$s(%5$s),%6$s 到期%7$s",
                "%1$s lent %2$s yuan of micro-credit%8$s for %4$s (%9$s), due on %6$s%10$s",
                e.text("lender"),
                yuan(e.number("amountFen")),
                after(",借款人 ", borrower, ""),
                e.text("purpose"),
                FormTerms.zh("usedBy", e.text("usedBy")),
                e.text("dueOn"),
                after(",公示于 ", e.text("announcedOn"), ""),
                after(" to ", borrower, ""),
                FormTerms.en("usedBy", e.text("usedBy")),
                after(", announced on ", e.text("announcedOn"), ""));
    }

    private static Sentence more(LifeEvent e, Reader reader) {
        var ofHousehold = FormSentences.of(e, reader);
        if (ofHousehold != null) return ofHousehold;
        var ofPolicy = PolicySentences.of(e, reader);
        if (ofPolicy != null) return ofPolicy;
        var ofLink = BenefitLinkSentences.of(e);
        if (ofLink != null) return ofLink;
        var takenBack = TakenBackSentences.of(e, reader);
        if (takenBack != null) return takenBack;
        var ofOffice = OfficeSentences.of(e, reader);
        if (ofOffice != null) return ofOffice;
        var ofRegion = RegionSentences.of(e, reader);
        return ofRegion == null ? say("%s", "%s", words(e.type())) : ofRegion;
    }

    /** With the unit and kind that the assignment says, where the name does not say them. */
    private static Sentence assigned(LifeEvent e, Reader reader) {
        var helper = reader.helper(e.text("helperId"));
        var unit = e.text("helperUnit");
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        if (!helper.contains(unit)) {
            zh.add(unit);
            en.add(unit);
        }
        if (!e.text("helperKind").isEmpty()) {
            zh.add(Terms.zh(e.text("helperKind")));
            en.add(Terms.en(e.text("helperKind")));
        }
        return say(
                "明确帮扶责任人 %1$s%2$s",
                "the responsible helper %1$s%3$s was assigned",
                helper,
                after("(", String.join(",", zh), ")"),
                after(" (", String.join(", ", en), ")"));
    }

    /** By a round's rule, or by an order that says whose; else it only says why. */
    private static Sentence removed(LifeEvent e, Reader reader) {
        var rule = reader.rule(e);
        var orderedBy = e.text("orderedBy");
        return say(
                "%3$s从名册移除 %1$d 人,事由:" + zh(e, "cause") + "%2$s",
                "removed from the register%4$s, %1$d persons, cause: " + en(e, "cause") + "%5$s",
                e.number("persons"),
                after(",依据本轮退出规则:", rule),
                orderedBy.isEmpty() ? "" : "按" + orderedBy + "的要求",
                after(" as ordered by ", orderedBy),
                after(", by the round's rule: ", rule));
    }

    /** To whose account, where the order says it. */
    private static Sentence requested(LifeEvent e, Reader reader) {
        var member = e.payload().path("payee").path("personId").asString("");
        var name = member.isEmpty() ? "" : reader.name(member);
        return say(
                "申请拨付 %1$s 元%2$s",
                "payment of %1$s yuan requested%3$s",
                yuan(e.number("amountFen")),
                after(",付入成员 ", name, " 的账户"),
                after(", to the account of member ", name));
    }

    private static Sentence joined(LifeEvent e, Reader reader) {
        var name = reader.name(e.payload().path("member"));
        // of money the same code means something else
        var zh = FormTerms.zh("joining", e.text("reason")).replace("%", "%%");
        var en = FormTerms.en("joining", e.text("reason")).replace("%", "%%");
        if (!reader.isOf(e)) {
            return say(
                    "本户成员 %s 加入另一户(" + zh + ")",
                    "member %s of this household joined another (" + en + ")",
                    name);
        }
        return say(
                "成员 %s 加入本户(" + zh + "),共 %d 人",
                "member %s joined the household (" + en + "), now of %d",
                name,
                e.number("persons"));
    }

    private static Sentence left(LifeEvent e, Reader reader) {
        var name = reader.name(e.text("personId"));
        if (!reader.isOf(e)) {
            return say(
                    "成员 %s 离开原户(" + zh(e, "reason") + "),去向本户",
                    "member %s left another household (" + en(e, "reason") + ") for this one",
                    name);
        }
        var head = e.payload().path("newHead").asString("");
        return say(
                "成员 %s 离户(" + zh(e, "reason") + "),余 %d 人" + (head.isEmpty() ? "" : ";户主改为 %3$s"),
                "member %s left the household ("
                        + en(e, "reason")
                        + "), now of %d"
                        + (head.isEmpty() ? "" : "; %3$s is the head now"),
                name,
                e.number("persons"),
                reader.name(head));
    }

    private static String measures(LifeEvent e, Reader reader, boolean chinese) {
        var measures = new ArrayList<String>();
        for (var measure : e.payload().path("measures")) {
            measures.add(reader.measure(measure.asString(""), chinese));
        }
        return String.join(chinese ? "、" : ", ", measures);
    }

    /** Nobody says how: then it was at home. */
    static String channel(LifeEvent e) {
        return e.text("channel").isEmpty() ? "HOME" : e.text("channel");
    }

    private static Sentence objectionSettled(LifeEvent e) {
        var upheld = e.payload().path("upheld").asBoolean(false);
        return upheld
                ? say("异议成立:%s", "the objection was upheld: %s", e.text("handling"))
                : say("异议不成立:%s", "the objection was dismissed: %s", e.text("handling"));
    }

    /** The words are the software's; texts among the facts are told as they were written. */
    public static Sentence say(String zh, String en, Object... facts) {
        return new Sentence(String.format(Locale.ROOT, zh, facts), OneOf.a(en, facts));
    }

    static String zh(LifeEvent e, String field) {
        return Terms.orQuoted(e.text(field)).replace("%", "%%");
    }

    static String en(LifeEvent e, String field) {
        return Terms.en(e.text(field)).replace("%", "%%");
    }

    /** A text behind its sign; nothing where there is no text. */
    static String after(String sign, String text, String... end) {
        return text.isEmpty() ? "" : sign + text + String.join("", end);
    }

    /** {@code 1234.50} of 123450 fen. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** {@code HouseholdMerged} as "household merged": a type that has no sentence yet. */
    static String words(String type) {
        List<String> words = new ArrayList<>();
        for (var word : type.split("(?=\\p{Lu})", -1)) {
            if (!word.isEmpty()) words.add(word.toLowerCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }
}
