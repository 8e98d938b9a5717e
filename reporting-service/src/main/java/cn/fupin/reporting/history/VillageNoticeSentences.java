package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.after;
import static cn.fupin.reporting.history.Sentence.say;

import org.jspecify.annotations.Nullable;

/** What hung in a village about the village itself. */
final class VillageNoticeSentences {
    private VillageNoticeSentences() {}

    static @Nullable Sentence of(LifeEvent e) {
        var kind = "VILLAGE_" + e.text("step");
        var zh = Terms.zh(kind);
        var en = Terms.en(kind);
        return switch (e.type()) {
            case "VillageNoticePosted" ->
                    say(
                            zh + "张贴于%1$s,公示 %2$d 天%3$s",
                            en + " posted at %1$s for %2$d days%4$s",
                            e.text("place"),
                            e.number("lastDays"),
                            after(",监督电话 ", e.text("hotline")),
                            after(", hotline ", e.text("hotline")));
            case "VillageObjectionRaised" ->
                    say(
                            zh + "期内有异议%2$s:%1$s",
                            "an objection was raised to the " + en + "%3$s: %1$s",
                            e.text("grounds"),
                            after("(", channelZh(e), ")"),
                            after(" (", channelEn(e), ")"));
            case "VillageObjectionSettled" ->
                    say(
                            zh + (upheld(e) ? "异议成立:%s" : "异议不成立:%s"),
                            "objection to the "
                                    + en
                                    + (upheld(e) ? " upheld: %s" : " dismissed: %s"),
                            e.text("handling"));
            case "VillageNoticeClosed" -> say(zh + "期满", "the " + en + " was closed");
            case "VillageNoticeWithdrawn" ->
                    say(zh + "撤回:%s", "the " + en + " was taken down: %s", e.text("reason"));
            default -> null;
        };
    }

    private static boolean upheld(LifeEvent e) {
        return e.payload().path("upheld").asBoolean(false);
    }

    private static String channelZh(LifeEvent e) {
        return e.text("channel").isEmpty() ? "" : FormTerms.zh("channel", e.text("channel"));
    }

    private static String channelEn(LifeEvent e) {
        return e.text("channel").isEmpty() ? "" : FormTerms.en("channel", e.text("channel"));
    }
}
