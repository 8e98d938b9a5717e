package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.say;
import static cn.fupin.reporting.history.Sentence.yuan;

import org.jspecify.annotations.Nullable;

/** 利益联结: by which contracts a household has its part in what others earn, and what it had. */
final class BenefitLinkSentences {
    private BenefitLinkSentences() {}

    static @Nullable Sentence of(LifeEvent e) {
        return switch (e.type()) {
            case "BenefitLinkSigned" ->
                    say(
                            "与%1$s签订利益联结合同(%2$s):%3$s%5$s%7$s",
                            "signed a contract with %1$s (%2$s): %4$s%6$s%8$s",
                            e.text("partner"),
                            e.text("contract"),
                            FormTerms.zh("benefitLink", e.text("kind")),
                            FormTerms.en("benefitLink", e.text("kind")),
                            stake(e, ",入股 ", " 元"),
                            stake(e, ", put in: ", " yuan"),
                            after(",至 ", e.text("until")),
                            after(", until ", e.text("until")));
            case "DividendReceived" ->
                    say(
                            "收到%1$s %2$d 年度分红 %3$s 元(合同 %4$s)",
                            "received %3$s yuan of dividend of %2$d from %1$s (contract %4$s)",
                            e.text("partner"),
                            e.number("year"),
                            yuan(e.number("amountFen")),
                            e.text("contract"));
            case "BenefitLinkEnded" ->
                    say(
                            "与%1$s的利益联结合同(%2$s)终止,原因:%3$s%5$s",
                            "the contract with %1$s (%2$s) ended, because: %4$s%6$s",
                            e.text("partner"),
                            e.text("contract"),
                            FormTerms.zh("benefitLinkEnd", e.text("reason")),
                            FormTerms.en("benefitLinkEnd", e.text("reason")),
                            after("(", e.text("note"), ")"),
                            after(" (", e.text("note"), ")"));
            default -> null;
        };
    }

    private static String stake(LifeEvent e, String before, String unit) {
        return e.payload().hasNonNull("stakeFen") ? before + yuan(e.number("stakeFen")) + unit : "";
    }
}
