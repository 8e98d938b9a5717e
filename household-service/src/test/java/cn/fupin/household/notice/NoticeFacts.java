package cn.fupin.household.notice;

import cn.fupin.household.notice.NoticeEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A first notice of seven days from 2014-04-21 that names one household. */
final class NoticeFacts {
    static final String NOTICE = "notice-00000000-0000-7000-8000-000000000001";
    static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";
    static final String STRANGER = "household-00000000-0000-7000-8000-000000000009";
    static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private NoticeFacts() {}

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static NoticePosted posted() {
        return new NoticePosted(
                NOTICE,
                day("2014-04-21"),
                NoticeKind.FIRST,
                "513423199201",
                "村务公开栏",
                null,
                7,
                List.of(HOUSEHOLD),
                false,
                null,
                null);
    }

    static ObjectionRaised raised() {
        return new ObjectionRaised(NOTICE, day("2014-04-23"), HOUSEHOLD, "有小汽车", null);
    }

    static ObjectionSettled settled(boolean upheld) {
        return new ObjectionSettled(
                NOTICE, day("2014-04-25"), HOUSEHOLD, upheld, "已核实", null, null);
    }

    static NoticeClosed closed() {
        return new NoticeClosed(NOTICE, day("2014-04-29"), false);
    }
}
