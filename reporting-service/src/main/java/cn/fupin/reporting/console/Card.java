package cn.fupin.reporting.console;

import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.history.HouseholdAt;
import cn.fupin.reporting.history.Standing;
import cn.fupin.reporting.history.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was true of a household from a day on, as its card shows it. */
record Card(LocalDate day, Standing standing, List<Fact> facts, List<Member> members) {

    /**
     * @param valueEn the value in English, empty where it is nobody's words but the writer's
     * @param id empty where the value names nothing that has one
     */
    record Fact(String zh, String en, String value, String valueEn, String note, String id) {
        public String briefId() {
            return Display.shortId(id);
        }
    }

    /**
     * @param details what the form says of the member, in words; empty where it says nothing, and
     *     so in English
     */
    record Member(
            String personId,
            String name,
            String relation,
            String relationEn,
            String sex,
            String sexEn,
            long birthYear,
            String details,
            String detailsEn) {}

    static Card of(Histories.Step step) {
        var state = step.history().state();
        return new Card(
                step.day(),
                state.standing(),
                facts(state),
                state.members().stream().map(Card::member).toList());
    }

    private static Member member(HouseholdAt.Member member) {
        return new Member(
                member.personId(),
                member.maskedName(),
                FormTerms.zh("relation", member.relation()),
                FormTerms.en("relation", member.relation()),
                Terms.zh(member.sex()),
                Terms.en(member.sex()),
                member.birthYear(),
                details(member, true),
                details(member, false));
    }

    private static String details(HouseholdAt.Member member, boolean chinese) {
        var words = new ArrayList<String>();
        var why = member.withoutNumber();
        if (why != null) {
            words.add(
                    chinese
                            ? "无证件号码:" + FormTerms.zh("withoutNumber", why)
                            : "no number: " + FormTerms.en("withoutNumber", why));
        }
        if (member.details() != null) {
            FormTerms.of(member.details()).stream()
                    .filter(said -> !said.en().equals("relation to the head"))
                    .map(said ->
                            chinese
                                    ? said.zh() + " " + said.value()
                                    : said.en() + " " + said.valueEn())
                    .forEach(words::add);
        }
        return String.join(" · ", words);
    }

    private static List<Fact> facts(HouseholdAt state) {
        var facts = new ArrayList<Fact>();
        add(facts, "户编号", "number", state.householdNumber());
        add(facts, "人口", "persons", state.persons() == 0 ? null : state.persons() + " 人");
        add(facts, "住址", "group", state.group());
        term(facts, "属性", "type", state.householdType());
        term(facts, "识别标准", "standard", state.standard());
        term(facts, "主要致贫原因", "main cause", state.mainCause());
        terms(facts, "其他原因", "other causes", state.otherCauses());
        var monitoring = state.monitoring();
        if (monitoring != null) {
            facts.add(
                    new Fact(
                            "监测对象",
                            "monitored",
                            Terms.zh(monitoring.kind()),
                            Terms.en(monitoring.kind()),
                            "自 since " + monitoring.since(),
                            ""));
        }
        if (state.details() != null) {
            FormTerms.of(state.details())
                    .forEach(said ->
                            facts.add(
                                    new Fact(
                                            said.zh(),
                                            said.en(),
                                            said.value(),
                                            english(said.value(), said.valueEn()),
                                            "",
                                            "")));
        }
        state.incomes().reversed().forEach(income -> facts.add(income(income)));
        var line = state.lineFenPerYear();
        if (line != null) add(facts, "识别所用标准", "poverty line", yuan(line));
        var helper = state.helper();
        if (helper != null) {
            var kind = helper.helperKind();
            facts.add(
                    new Fact(
                            "帮扶责任人",
                            "helper",
                            helper.maskedName() == null
                                    ? helper.helperUnit()
                                    : helper.maskedName() + " " + helper.helperUnit(),
                            "",
                            kind == null ? "" : both(kind),
                            helper.helperId()));
        }
        state.contacts()
                .forEach(contact ->
                        facts.add(
                                new Fact(
                                        "联系单位",
                                        "unit in contact",
                                        contact.unit(),
                                        "",
                                        "自 since " + contact.since(),
                                        "")));
        state.measures().forEach(measure -> facts.add(measure(measure)));
        policies(state).forEach(facts::add);
        state.plans().forEach(plan -> facts.add(plan(plan)));
        var planned = state.exitPlannedFor();
        if (planned != null) add(facts, "脱贫名单", "planned to exit", planned + " 年");
        var visits = state.visits();
        if (visits != null) {
            facts.add(
                    new Fact(
                            "入户走访",
                            "visits",
                            visits.times() + " 次",
                            "",
                            "最近 last " + visits.last(),
                            ""));
        }
        state.projects().forEach(project -> facts.add(benefit(project)));
        state.payments().forEach(payment -> facts.add(paid(payment)));
        state.loans().forEach(loan -> facts.add(lent(loan)));
        return facts;
    }

    private static Fact income(HouseholdAt.Income income) {
        return new Fact(
                income.year() + " 年人均纯收入",
                "net income per head",
                yuan(income.incomeFenPerHead()),
                "",
                income.corrected() ? "已更正 corrected" : "",
                "");
    }

    private static Fact measure(HouseholdAt.Measure measure) {
        return new Fact(
                "帮扶措施",
                "measure",
                Terms.zh(measure.name()),
                english(Terms.zh(measure.name()), Terms.en(measure.name())),
                measure.scheme(),
                "");
    }

    /** One line for those who have it on the same terms. */
    private static List<Fact> policies(HouseholdAt state) {
        var names = new HashMap<String, String>();
        state.members().forEach(member -> names.put(member.personId(), member.maskedName()));
        var who = new LinkedHashMap<HouseholdAt.Policy, List<String>>();
        for (var one : state.policies()) {
            var terms = new HouseholdAt.Policy(one.policy(), one.details(), one.since(), "");
            who.computeIfAbsent(terms, _ -> new ArrayList<>())
                    .add(names.getOrDefault(one.personId(), "已离户 left"));
        }
        return who.entrySet().stream()
                .map(e ->
                        new Fact(
                                "享受政策",
                                "policy",
                                policy(e.getKey(), true) + ":" + String.join("、", e.getValue()),
                                policy(e.getKey(), false),
                                "自 since " + e.getKey().since(),
                                ""))
                .toList();
    }

    private static String policy(HouseholdAt.Policy policy, boolean chinese) {
        var kind = policy.policy();
        var name = chinese ? FormTerms.zh("policy", kind) : FormTerms.en("policy", kind);
        var told = FormTerms.ofPolicy(policy.details(), chinese);
        return told.isEmpty() ? name : name + (chinese ? "(" : " (") + told + ")";
    }

    private static Fact plan(HouseholdAt.Plan plan) {
        return new Fact(
                Terms.zh(plan.kind()),
                Terms.en(plan.kind()),
                plan.fromYear() == plan.toYear()
                        ? plan.fromYear() + " 年"
                        : "%d—%d 年".formatted(plan.fromYear(), plan.toYear()),
                "",
                plan.names().stream().map(Card::both).collect(Collectors.joining("、")),
                "");
    }

    private static Fact benefit(HouseholdAt.Project project) {
        var share = BigDecimal.valueOf(project.shareBasisPoints(), 2).toPlainString();
        return new Fact(
                "受益项目",
                "beneficiary of",
                project.name(),
                "",
                "份额 share %s%%".formatted(share),
                project.projectId());
    }

    private static Fact paid(HouseholdAt.Payment payment) {
        return new Fact(
                "付给本户",
                "paid to it",
                yuan(payment.amountFen()),
                "",
                both(payment.status()),
                payment.paymentId());
    }

    private static Fact lent(HouseholdAt.Loan loan) {
        return new Fact(
                "扶贫小额信贷",
                "micro-credit",
                "%s,尚欠 %s".formatted(yuan(loan.amountFen()), yuan(loan.owedFen())),
                "%s, owed still %s".formatted(yuan(loan.amountFen()), yuan(loan.owedFen())),
                loan.lender() + " 自 since " + loan.since(),
                loan.loanId());
    }

    private static void add(List<Fact> facts, String zh, String en, @Nullable String value) {
        if (value != null && !value.isBlank()) facts.add(new Fact(zh, en, value, "", "", ""));
    }

    private static void term(List<Fact> facts, String zh, String en, @Nullable String code) {
        if (code != null) terms(facts, zh, en, List.of(code));
    }

    /** Codes in words; nothing where there is none. */
    private static void terms(List<Fact> facts, String zh, String en, List<String> codes) {
        if (codes.isEmpty()) return;
        var chinese = codes.stream().map(Terms::zh).collect(Collectors.joining("、"));
        var english = codes.stream().map(Terms::en).collect(Collectors.joining(", "));
        facts.add(new Fact(zh, en, chinese, english(chinese, english), "", ""));
    }

    private static String both(String code) {
        return (Terms.zh(code) + " " + english(Terms.zh(code), Terms.en(code))).strip();
    }

    /** Empty where it only says the same again. */
    private static String english(String chinese, String english) {
        return english.equals(chinese) ? "" : english;
    }

    private static String yuan(long fen) {
        var amount = Display.money(fen);
        return amount.text() + " " + amount.unit();
    }
}
