package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.say;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** 享受政策: who of a household applied for what, has it, and has it no more. */
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
