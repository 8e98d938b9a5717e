package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.say;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** 享受政策: who of a household applied for what and what came of it, has it, and has it no more. */
final class PolicySentences {
    private PolicySentences() {}

    static @Nullable Sentence of(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "PolicyAppliedFor" ->
                    say(
                            "申报%1$s:%3$s",
                            "applied for %2$s: %4$s",
                            policy(e, true),
                            policy(e, false),
                            who(e, reader, true),
                            who(e, reader, false));
            case "PolicyGranted" ->
                    say(
                            "享受%1$s:%3$s",
                            "granted %2$s: %4$s",
                            policy(e, true),
                            policy(e, false),
                            who(e, reader, true),
                            who(e, reader, false));
            case "PolicyEnded" ->
                    say(
                            "停止享受%1$s:%3$s,原因:%5$s%7$s",
                            "no more %2$s: %4$s, because: %6$s%8$s",
                            policy(e, true),
                            policy(e, false),
                            who(e, reader, true),
                            who(e, reader, false),
                            FormTerms.zh("policyEnd", e.text("reason")),
                            FormTerms.en("policyEnd", e.text("reason")),
                            after("(", e.text("note"), ")"),
                            after(" (", e.text("note"), ")"));
            case "PolicyApplicationDeclined" ->
                    say(
                            "不予批准申报%1$s:%3$s,原因:%5$s",
                            "declined the application for %2$s: %4$s, because: %5$s",
                            policy(e, true),
                            policy(e, false),
                            who(e, reader, true),
                            who(e, reader, false),
                            e.text("reason"));
            case "PolicyApplicationWithdrawn" ->
                    say(
                            "撤回申报%1$s:%3$s%5$s",
                            "withdrew the application for %2$s: %4$s%6$s",
                            policy(e, true),
                            policy(e, false),
                            who(e, reader, true),
                            who(e, reader, false),
                            after("(", e.text("note"), ")"),
                            after(" (", e.text("note"), ")"));
            case "PolicyTakenBack" ->
                    say(
                            "撤销误登的享受%1$s(%5$s 起):%3$s,原因:%6$s",
                            "took back a wrong entry of %2$s (since %5$s): %4$s, because: %6$s",
                            policy(e, true),
                            policy(e, false),
                            who(e, reader, true),
                            who(e, reader, false),
                            e.text("grantedOn"),
                            e.text("reason"));
            default -> null;
        };
    }

    /** All by name; of the household as a whole also that it is. */
    private static String who(LifeEvent e, Sentence.Reader reader, boolean chinese) {
        var names = new ArrayList<String>();
        e.payload().path("recipients").forEach(id -> names.add(reader.name(id.asString(""))));
        var who = String.join(chinese ? "、" : ", ", names);
        if (!e.payload().path("wholeHousehold").asBoolean(false)) {
            return chinese ? "成员 " + who : "members " + who;
        }
        return chinese
                ? "全户 %d 人(%s)".formatted(names.size(), who)
                : "the whole household, %d persons (%s)".formatted(names.size(), who);
    }

    private static String policy(LifeEvent e, boolean chinese) {
        var kind = e.text("policy");
        var told = FormTerms.ofPolicy(e.payload().path("details"), chinese);
        var name = chinese ? FormTerms.zh("policy", kind) : FormTerms.en("policy", kind);
        if (told.isEmpty()) return name;
        return chinese ? name + "(" + told + ")" : name + " (" + told + ")";
    }
}
