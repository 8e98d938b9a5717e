package cn.fupin.household.intake;

import cn.fupin.backbone.event.EventJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A household of a file, ready to be entered: the requests as the ordinary commands take them. Kept
 * sealed while it waits.
 *
 * @param cells where each part stands in the file
 * @param course null when it is only to apply
 * @param dayIsDefault whether its line gave no day of application
 * @param missing the columns that its sheets do not have
 * @param fileNumber the number that the national system gave it, null where the line gives none
 */
record Intake(
        String householdId,
        String sheet,
        int row,
        String village,
        int persons,
        ObjectNode application,
        List<MemberPart> members,
        @Nullable ObjectNode survey,
        @Nullable ObjectNode description,
        @Nullable ObjectNode registration,
        @Nullable ObjectNode helper,
        @Nullable String course,
        int votesFor,
        int votesAgainst,
        @Nullable Boolean dayIsDefault,
        @Nullable Set<Column> missing,
        @Nullable String fileNumber) {
    /**
     * @param key blind: equal for the same person
     * @param fingerprint blind: equal while nothing about the person changes
     */
    record MemberPart(String key, String fingerprint, String cell) {
        static String keyOf(Blind blind, @Nullable String number, String name, String bornOn) {
            return number != null ? blind.hex("person", number) : blind.hex("person", name, bornOn);
        }

        static String fingerprintOf(Blind blind, String name, String relation) {
            return blind.hex("name", name, relation);
        }
    }

    /** What happened in a village with all households of a batch. */
    record Course(
            String key,
            String village,
            String sheet,
            int row,
            LocalDate assessedOn,
            int attendance,
            @Nullable String place,
            @Nullable String hotline,
            LocalDate firstFrom,
            LocalDate firstTo,
            LocalDate reviewedOn,
            String reviewedBy,
            LocalDate secondFrom,
            LocalDate secondTo,
            LocalDate approvedOn,
            @Nullable LocalDate announcedOn,
            String approvedBy,
            @Nullable String documentNo,
            @Nullable String batch,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            boolean assumed) {}

    /** Never the data: a record's own text would put it into a log. */
    @Override
    public String toString() {
        return "Intake[*]";
    }

    /** One that can be entered, written as it will be sealed. */
    record Ready(
            String householdId, String cell, int persons, @Nullable String course, byte[] json) {
        static Ready of(Intake i) {
            return new Ready(
                    i.householdId,
                    i.sheet + "!" + i.row,
                    i.persons,
                    i.course,
                    EventJson.MAPPER.writeValueAsBytes(i));
        }

        Intake intake() {
            return EventJson.MAPPER.readValue(json, Intake.class);
        }

        @Override
        public String toString() {
            return "Ready[*]";
        }
    }

    /**
     * A file as it was read and checked.
     *
     * @param bad households that cannot be taken
     * @param strayLines that belong to no household of the file
     */
    record Checked(
            List<Ready> good,
            Map<String, Course> courses,
            int households,
            int members,
            int bad,
            int strayLines) {}
}
