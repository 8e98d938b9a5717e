package cn.fupin.household.document;

import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.announcement.AnnouncementEvent.AnnouncementPublished;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 公告名单: the households as they were on the day it was made public. */
record AnnouncementList(
        AnnouncementPublished announcement,
        @Nullable LocalDate withdrawnOn,
        String place,
        PublicLines lines,
        Paper.Source source) {
    Paper paper() {
        return new Paper(
                "公告名单-" + announcement.announcementId(),
                PublicLines.mark(withdrawnOn),
                Chinese.of(announcement.kind()) + "名单",
                place,
                Format.PORTRAIT,
                List.of(
                        new Part.Words(
                                "经%s审定，现将下列 %d 户予以公告（%s）。"
                                        .formatted(
                                                Chinese.of(announcement.decidedBy()),
                                                lines.households(),
                                                Chinese.of(announcement.occurredOn()))),
                        new Part.Line("公告地点：" + announcement.place(), ""),
                        lines.grid(),
                        lines.sums(announcement.householdIds().size()),
                        new Part.Signatures(List.of("公告单位（盖章）", "日期"))),
                source);
    }
}
