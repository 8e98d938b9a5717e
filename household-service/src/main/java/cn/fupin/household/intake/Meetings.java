package cn.fupin.household.intake;

import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.intake.Facts.Fact;
import cn.fupin.household.intake.Intake.Course;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The meeting and the two notices that households of a village and batch have together. Which
 * household is with which is settled before anything is entered, so that a run that was killed
 * makes the same ones again.
 */
@Component
class Meetings {
    private static final int MOST_OF_A_MEETING = 4000;

    /**
     * What a household has from its village's course.
     *
     * @param differs whether the file says something else than what was entered
     */
    record Meeting(
            String assessmentId,
            String firstNoticeId,
            String secondNoticeId,
            Course course,
            boolean differs,
            int votesFor,
            int votesAgainst) {
        boolean hasVotesOf(Intake household) {
            return votesFor == household.votesFor() && votesAgainst == household.votesAgainst();
        }

        private Meeting of(Row row) {
            return new Meeting(
                    assessmentId,
                    firstNoticeId,
                    secondNoticeId,
                    course,
                    differs,
                    row.votesFor(),
                    row.votesAgainst());
        }

        ObjectNode assessment() {
            return EventJson.MAPPER.createObjectNode().put("assessmentId", assessmentId);
        }

        ObjectNode review() {
            var body =
                    EventJson.MAPPER
                            .createObjectNode()
                            .put("noticeId", firstNoticeId)
                            .put("reviewedOn", course.reviewedOn().toString())
                            .put("assumed", course.assumed());
            body.putObject("decidedBy").put("body", course.reviewedBy());
            return body;
        }

        ObjectNode registration() {
            var body =
                    EventJson.MAPPER
                            .createObjectNode()
                            .put("noticeId", secondNoticeId)
                            .put("approvedOn", course.approvedOn().toString())
                            .put("quotaYear", course.approvedOn().getYear())
                            .put("assumed", course.assumed());
            if (course.announcedOn() != null) {
                body.put("announcedOn", course.announcedOn().toString());
            }
            var decision = body.putObject("decidedBy").put("body", course.approvedBy());
            if (course.documentNo() != null) decision.put("documentNo", course.documentNo());
            if (course.batch() != null) body.put("batch", course.batch());
            return body;
        }
    }

    private record Row(
            String householdId,
            String assessmentId,
            String firstNoticeId,
            String secondNoticeId,
            int votesFor,
            int votesAgainst) {}

    private final JdbcClient db;
    private final Blind blind;
    private final Entrance entrance;
    private final Facts facts;

    Meetings(JdbcClient db, Blind blind, Entrance entrance, Facts facts) {
        this.db = db;
        this.blind = blind;
        this.entrance = entrance;
        this.facts = facts;
    }

    /**
     * Gives each household of the course that has none a meeting and its notices; not one that
     * ended or went on by hand meanwhile, which no notice may name.
     */
    void assign(Imports.Row run, Course course, List<Intake> households) {
        for (var from = 0; from < households.size(); from += MOST_OF_A_MEETING) {
            var some =
                    households.subList(from, Math.min(households.size(), from + MOST_OF_A_MEETING));
            var parts =
                    new String[] {
                        run.importId(), course.key(), String.valueOf(run.run()), "" + from
                    };
            db.sql(
                            """
                            insert into import_meeting (household_id, assessment_id, first_notice_id,
                                second_notice_id, votes_for, votes_against)
                            select h, ?, ?, ?, f, a from unnest(?, ?, ?) x (h, f, a)
                            where exists (select from household_place p join active_person using (household_id)
                                          where p.household_id = h and p.standing = 'CANDIDATE')
                            on conflict do nothing
                            """)
                    .param(blind.id("assessment", parts))
                    .param(blind.id("notice", append(parts, "first")))
                    .param(blind.id("notice", append(parts, "second")))
                    .param(some.stream().map(Intake::householdId).toArray(String[]::new))
                    .param(some.stream().map(Intake::votesFor).toArray(Integer[]::new))
                    .param(some.stream().map(Intake::votesAgainst).toArray(Integer[]::new))
                    .update();
        }
    }

    private static String[] append(String[] parts, String part) {
        var more = java.util.Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = part;
        return more;
    }

    /** Enters the meetings of these households that were not yet; each household's, by its id. */
    Map<String, Meeting> hold(
            Imports.Row run, Course course, List<String> householdIds, List<Told> told) {
        var meetings = new HashMap<String, Meeting>();
        for (var meeting : rowsByMeeting(householdIds)) {
            var held = enter(run, course, meeting, told);
            if (held == null) continue;
            meeting.forEach(row -> meetings.put(row.householdId(), held.of(row)));
        }
        return meetings;
    }

    /** By its id, what each household has from a meeting that was entered; enters none. */
    Map<String, Meeting> held(Course course, List<String> householdIds) {
        var meetings = new HashMap<String, Meeting>();
        for (var meeting : rowsByMeeting(householdIds)) {
            var first = meeting.getFirst();
            var before = facts.of(first.assessmentId()).get("course");
            if (before == null) continue;
            var held = meeting(course, first, before);
            meeting.forEach(row -> meetings.put(row.householdId(), held.of(row)));
        }
        return meetings;
    }

    private Collection<List<Row>> rowsByMeeting(List<String> householdIds) {
        var rows =
                db.sql(
                                """
                                select * from import_meeting where assessment_id in (
                                    select assessment_id from import_meeting where household_id = any(?))
                                order by household_id
                                """)
                        .param(householdIds.toArray(String[]::new))
                        .query(Row.class)
                        .list();
        var byMeeting = new HashMap<String, List<Row>>();
        rows.forEach(row ->
                byMeeting.computeIfAbsent(row.assessmentId(), _ -> new ArrayList<>()).add(row));
        return byMeeting.values();
    }

    private String fingerprint(Course course) {
        return blind.hex("course", "", EventJson.MAPPER.valueToTree(withoutPlace(course)));
    }

    private Meeting meeting(Course course, Row first, @Nullable Fact before) {
        return new Meeting(
                first.assessmentId(),
                first.firstNoticeId(),
                first.secondNoticeId(),
                course,
                before != null && !before.fingerprint().equals(fingerprint(course)),
                first.votesFor(),
                first.votesAgainst());
    }

    private @Nullable Meeting enter(
            Imports.Row run, Course course, List<Row> rows, List<Told> told) {
        var first = rows.getFirst();
        var known = facts.of(first.assessmentId());
        var entering = new Entering(entrance, blind, run.actor(), first.assessmentId(), known);
        var before = known.get("course");
        var meeting = meeting(course, first, before);
        if (before != null) return meeting;
        var cell = course.sheet() + "!" + course.row();
        var ids = rows.stream().map(Row::householdId).toList();
        var done =
                hold(entering, course, rows, cell)
                        && notice(entering, course, first.firstNoticeId(), "FIRST", ids, cell)
                        && notice(entering, course, first.secondNoticeId(), "SECOND", ids, cell);
        told.addAll(entering.told);
        if (!done) return null;
        entering.is("course", fingerprint(course), 0);
        facts.put(first.assessmentId(), entering.fresh);
        return meeting;
    }

    /** Where in the file it stands is nothing about it. */
    private static Course withoutPlace(Course c) {
        return new Course(
                c.key(),
                c.village(),
                "",
                0,
                c.assessedOn(),
                c.attendance(),
                c.place(),
                c.hotline(),
                c.firstFrom(),
                c.firstTo(),
                c.reviewedOn(),
                c.reviewedBy(),
                c.secondFrom(),
                c.secondTo(),
                c.approvedOn(),
                c.announcedOn(),
                c.approvedBy(),
                c.documentNo(),
                c.batch(),
                c.votesFor(),
                c.votesAgainst(),
                c.assumed());
    }

    private static boolean hold(Entering entering, Course course, List<Row> rows, String cell) {
        var body =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("region", course.village())
                        .put("heldOn", course.assessedOn().toString())
                        .put("attendance", course.attendance())
                        .put("assumed", course.assumed());
        var ballots = body.putArray("ballots");
        for (var row : rows) {
            ballots.addObject()
                    .put("householdId", row.householdId())
                    .put("votesFor", row.votesFor())
                    .put("votesAgainst", row.votesAgainst());
        }
        var path = "/assessments/" + rows.getFirst().assessmentId() + "/holding";
        return entering.enter(path, body, cell) != null;
    }

    private static boolean notice(
            Entering entering,
            Course course,
            String noticeId,
            String kind,
            List<String> householdIds,
            String cell) {
        var first = kind.equals("FIRST");
        var body =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("kind", kind)
                        .put("region", course.village())
                        .put("place", course.place() == null ? "村务公开栏" : course.place())
                        .put(
                                "postedOn",
                                (first ? course.firstFrom() : course.secondFrom()).toString())
                        .put("assumed", course.assumed());
        if (course.hotline() != null) body.put("hotline", course.hotline());
        var ids = body.putArray("householdIds");
        householdIds.forEach(ids::add);
        var closing =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("closedOn", (first ? course.firstTo() : course.secondTo()).toString())
                        .put("assumed", course.assumed());
        return entering.enter("/notices/" + noticeId + "/posting", body, cell) != null
                && entering.enter("/notices/" + noticeId + "/closing", closing, cell) != null;
    }
}
