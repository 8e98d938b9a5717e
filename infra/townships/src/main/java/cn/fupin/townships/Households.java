package cn.fupin.townships;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The households made for one batch, in the file's own order, and how many came to each village's
 * meeting. Personal numbers live in this process and in the request bodies only; they are never
 * logged.
 */
record Households(Township.Batch batch, List<Household> all, Map<String, Integer> attendance) {

    record Household(
            String id,
            String village,
            int group,
            List<Member> members,
            LocalDate appliedOn,
            Survey survey,
            Votes votes,
            String householdType,
            String mainCause,
            List<String> otherCauses,
            @Nullable Integer removal) {

        /** A person's numbers must not reach a log by way of a record's string. */
        @Override
        public String toString() {
            return id;
        }
    }

    record Member(
            String name,
            String identityNumber,
            @Nullable String phone,
            @Nullable String cardNumber,
            String relation) {

        LocalDate bornOn() {
            return LocalDate.parse(
                    identityNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        }

        @Override
        public String toString() {
            return relation;
        }
    }

    /** Income of a year in fen: what came in, less what it cost. */
    record Survey(
            LocalDate surveyedOn,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            boolean waterSafe,
            boolean housingSafe) {
        long netIncomeFen() {
            return wageFen + businessFen + transferFen + propertyFen - costFen;
        }
    }

    record Votes(int votesFor, int votesAgainst) {}

    int persons() {
        return all.stream().mapToInt(h -> h.members().size()).sum();
    }

    List<Household> of(String village) {
        return all.stream().filter(h -> h.village().equals(village)).toList();
    }

    List<String> villages() {
        return List.copyOf(attendance.keySet());
    }

    /** Those no order removed. */
    List<Household> kept() {
        return all.stream().filter(h -> h.removal() == null).toList();
    }
}
