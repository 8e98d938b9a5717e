package cn.fupin.household.intake;

import cn.fupin.documents.sheet.Texts;
import cn.fupin.household.intake.Intake.Course;
import cn.fupin.household.rule.RuleCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the sheet of courses: what happened in a village with all its households of a batch. */
final class Courses {
    private final Findings findings;
    private final Cells cells;
    private final Register register;
    private final String region;
    final Map<String, Course> good = new HashMap<>();

    /** Households of these are bad too: what their course is nobody can tell. */
    final Set<String> bad = new HashSet<>();

    Courses(Findings findings, Cells cells, Register register, String region) {
        this.findings = findings;
        this.cells = cells;
        this.register = register;
        this.region = region;
    }

    static String key(String village, @Nullable String batch) {
        return village + "/" + (batch == null ? "" : batch);
    }

    void check(List<Line> lines) {
        for (var line : lines) {
            findings.forget();
            var typed = cells.required(line, Column.VILLAGE);
            var batch = cells.words(line, Column.BATCH, 50);
            if (typed == null) continue;
            var village = Texts.code(typed);
            var key = key(village, batch);
            if (good.containsKey(key) || bad.contains(key)) {
                findings.add(line, Column.VILLAGE, ImportRule.COURSE_TWICE);
            }
            var course = course(line, key, village, batch);
            if (course == null || findings.isBad()) {
                good.remove(key);
                bad.add(key);
            } else {
                good.put(key, course);
            }
        }
    }

    /** Nobody of the file goes by them. */
    void without(Set<String> households) {
        good.values()
                .removeIf(course -> {
                    if (households.contains(course.key())) return false;
                    findings.add(
                            course.sheet(), course.row(), 0, ImportRule.COURSE_WITHOUT_HOUSEHOLDS);
                    return true;
                });
    }

    private @Nullable Course course(Line line, String key, String village, @Nullable String batch) {
        village(line, village);
        var assessedOn = day(line, Column.ASSESSED_ON, null);
        var firstFrom = day(line, Column.FIRST_FROM, assessedOn);
        var firstTo = day(line, Column.FIRST_TO, firstFrom);
        var reviewedOn = day(line, Column.REVIEWED_ON, firstTo);
        var secondFrom = day(line, Column.SECOND_FROM, reviewedOn);
        var secondTo = day(line, Column.SECOND_TO, secondFrom);
        var approvedOn = day(line, Column.APPROVED_ON, secondTo);
        var announcedOn =
                line.cell(Column.ANNOUNCED_ON) == null
                        ? null
                        : day(line, Column.ANNOUNCED_ON, approvedOn);
        var attendance = whole(line, Column.ATTENDANCE);
        var reviewedBy = name(line, Column.REVIEWED_BY);
        var approvedBy = name(line, Column.APPROVED_BY);
        var votesFor = cells.whole(line, Column.VOTES_FOR, 0, 100_000);
        var votesAgainst = cells.whole(line, Column.VOTES_AGAINST, 0, 100_000);
        var place = cells.words(line, Column.PLACE, 200);
        var hotline = cells.words(line, Column.HOTLINE, 30);
        var documentNo = cells.words(line, Column.DOCUMENT, 100);
        var assumed = Boolean.TRUE.equals(cells.yesNo(line, Column.ASSUMED));
        if (assessedOn == null
                || firstFrom == null
                || firstTo == null
                || reviewedOn == null
                || secondFrom == null
                || secondTo == null
                || approvedOn == null
                || announcedOn == null && line.cell(Column.ANNOUNCED_ON) != null
                || attendance == null
                || reviewedBy == null
                || approvedBy == null) {
            return null;
        }
        if (line.cell(Column.HOTLINE) == null
                && (needsHotline(village, firstFrom) || needsHotline(village, secondFrom))) {
            findings.add(line, Column.HOTLINE, ImportRule.HOTLINE_MISSING);
        }
        notice(line, Column.FIRST_TO, RuleCode.FIRST_NOTICE_DAYS, village, firstFrom, firstTo);
        notice(line, Column.SECOND_TO, RuleCode.SECOND_NOTICE_DAYS, village, secondFrom, secondTo);
        if (register.placesLeft(village, approvedOn.getYear()).isEmpty()) {
            findings.add(line, Column.APPROVED_ON, ImportRule.QUOTA_MISSING);
        }
        return new Course(
                key,
                village,
                line.header().sheet(),
                line.row().number(),
                assessedOn,
                attendance,
                place,
                hotline,
                firstFrom,
                firstTo,
                reviewedOn,
                reviewedBy,
                secondFrom,
                secondTo,
                approvedOn,
                announcedOn,
                approvedBy,
                documentNo,
                batch,
                votesFor,
                votesAgainst,
                assumed);
    }

    private void village(Line line, String village) {
        if (!village.matches("\\d{12}") || !register.isListedVillage(village)) {
            findings.add(line, Column.VILLAGE, ImportRule.VILLAGE_UNKNOWN);
        } else if (!register.liesIn(village, region)) {
            findings.add(line, Column.VILLAGE, ImportRule.VILLAGE_ELSEWHERE);
        }
    }

    private boolean needsHotline(String village, LocalDate postedOn) {
        return Objects.equals(
                register.rule(RuleCode.NOTICE_HOTLINE_REQUIRED, village, postedOn), 1);
    }

    private @Nullable LocalDate day(Line line, Column column, @Nullable LocalDate notBefore) {
        if (cells.required(line, column) == null) return null;
        var day = cells.date(line, column);
        if (day != null && notBefore != null && day.isBefore(notBefore)) {
            findings.add(line, column, ImportRule.DATE_OUT_OF_ORDER);
        }
        return day;
    }

    private @Nullable Integer whole(Line line, Column column) {
        return cells.required(line, column) == null ? null : cells.whole(line, column, 1, 100_000);
    }

    private @Nullable String name(Line line, Column column) {
        return cells.required(line, column) == null ? null : cells.words(line, column, 200);
    }

    /** The first day does not count: seven days from the 21st are over on the 29th. */
    private void notice(
            Line line, Column to, RuleCode rule, String village, LocalDate from, LocalDate until) {
        var days = register.rule(rule, village, from);
        if (days == null) findings.add(line, to, ImportRule.NO_NOTICE_RULE);
        else if (until.isBefore(from.plusDays(days + 1L))) {
            findings.add(line, to, ImportRule.NOTICE_TOO_SHORT);
        }
    }
}
