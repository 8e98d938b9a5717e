package cn.fupin.household.document;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** 已录入: what a paper is made of besides its day: what had been recorded by then. */
sealed interface Known {
    Pattern POSITION = Pattern.compile("household:(\\d{1,18})");

    /** All that was recorded on that day or before. */
    record On(LocalDate day) implements Known {}

    /** Up to a position of this service, as reporting writes it: {@code household:120}. */
    record UpTo(long position) implements Known {}

    /**
     * @param today nothing is known of a day to come
     */
    static Known parse(String text, LocalDate today) {
        var position = POSITION.matcher(text);
        if (position.matches()) return new UpTo(Long.parseLong(position.group(1)));
        try {
            var day = Check.day("known", text);
            if (!day.isAfter(today)) return new On(day);
        } catch (Malformed _) {
            // told below, as for a day to come
        }
        throw new Malformed(
                "known",
                "day-or-position",
                "应为不晚于今日的 yyyy-MM-dd 日期，或本服务的位置（household:120）",
                "must be a date yyyy-MM-dd, today at the latest, or a position of this service (household:120)");
    }

    private String zh() {
        return switch (this) {
            case On on -> Chinese.of(on.day());
            case UpTo upTo -> "第 %d 号事件".formatted(upTo.position());
        };
    }

    /** The same paper, that says so at its head and in its source. */
    default Paper on(Paper paper) {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Words("本表按截至%s已录入的事实制作，其后的补录和更正未计入。".formatted(zh())));
        parts.addAll(paper.parts());
        return new Paper(
                paper.name(),
                paper.mark(),
                paper.title(),
                paper.subtitle(),
                paper.format(),
                parts,
                new Paper.Source(
                        paper.source().text() + "    已录入至 " + zh(), paper.source().sha256()));
    }
}
