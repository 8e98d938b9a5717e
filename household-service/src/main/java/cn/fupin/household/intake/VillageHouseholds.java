package cn.fupin.household.intake;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.household.household.Chronological;
import cn.fupin.household.household.CorrectionEvent.HouseholdNumberCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNameCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.HouseholdNumbered;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.HouseholdEvent;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.IdentificationEvent.HouseholdApplied;
import cn.fupin.household.household.IdentificationEvent.HouseholdRecorded;
import cn.fupin.household.household.MemberEvent.HeadChanged;
import cn.fupin.household.household.MemberEvent.MemberJoined;
import cn.fupin.household.household.MemberEvent.MemberLeft;
import cn.fupin.household.household.PersonsNow;
import cn.fupin.household.household.RecordedMembers;
import cn.fupin.household.household.StandingEvent.HouseholdSplit;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.region.Successions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The households of a village as a visitor may see them: masked, with what each stream stood at.
 */
@Component
class VillageHouseholds {
    private static final int MOST = 5000;
    private static final String ERASED = "（已删除）";

    /**
     * @param sequence the stream's last, which whoever takes the kit away has seen
     */
    record Household(
            String householdId,
            @Nullable String number,
            @Nullable String group,
            String head,
            long sequence,
            List<Member> members) {}

    /**
     * @param shown what tells a member from the others
     */
    record Member(String personId, String shown) {}

    private record Active(String householdId, String personId) {}

    private record At(String householdId, long sequence) {}

    private final JdbcClient db;
    private final StoredEvents events;
    private final Successions successions;

    VillageHouseholds(JdbcClient db, StoredEvents events, Successions successions) {
        this.db = db;
        this.events = events;
        this.successions = successions;
    }

    /**
     * Those that lie there by the divisions of that day and are on file, on the register or off it
     * again, and those on file that applied: who only applied so far is surveyed, not visited.
     */
    List<Household> of(String village, LocalDate day) {
        return of(
                village,
                day,
                """
                (p.standing <> 'CANDIDATE'
                 or exists (select from events e
                            where e.stream_id = p.household_id
                              and e.payload_type = 'HouseholdOnFileApplied'))
                """);
    }

    /** Those whose application waits for its survey. */
    List<Household> toSurvey(String village, LocalDate day) {
        return of(
                village,
                day,
                """
                p.standing = 'CANDIDATE'
                and (select e.payload_type from events e
                     where e.stream_id = p.household_id
                       and e.payload_type in ('HouseholdApplied', 'HouseholdOnFileApplied',
                                              'HouseholdSurveyed')
                     order by e.sequence desc limit 1) <> 'HouseholdSurveyed'
                """);
    }

    /**
     * All that lie there, whatever they stand as: a kit may have been taken when they were less.
     */
    Set<String> present(String village, LocalDate day) {
        return db.sql(
                        """
                        select distinct household_id from household_place
                        join active_person using (household_id) where region = any(?)
                        """)
                .param(codes(village, day))
                .query(String.class)
                .set();
    }

    private record Now(String region, boolean active, @Nullable String ended) {}

    /** What became of one that lay there once and is not there any more; null of any other. */
    @Nullable Gone gone(String householdId, String village, LocalDate day) {
        var now =
                db.sql(
                                """
                                select region,
                                       exists (select from active_person a
                                               where a.household_id = p.household_id) as active,
                                       (select e.payload_type from events e
                                        where e.stream_id = p.household_id and e.payload_type = any(:endings)
                                        order by e.sequence desc limit 1) as ended
                                from household_place p
                                where household_id = :household
                                  and exists (select from household_place_since s
                                              where s.household_id = p.household_id
                                                and s.region = any(:codes))
                                """)
                        .param("household", householdId)
                        .param("endings", Gone.ENDINGS.keySet().toArray(String[]::new))
                        .param("codes", codes(village, day))
                        .query(Now.class)
                        .optional()
                        .orElse(null);
        if (now == null) return null;
        if (now.active()) return Gone.MOVED;
        return Gone.ENDINGS.getOrDefault(Objects.requireNonNullElse(now.ended(), ""), Gone.ENDED);
    }

    /** Of the village and of what ended into it. */
    private String[] codes(String village, LocalDate day) {
        var lineage = successions.lineage();
        var divisions = lineage.on(day);
        return Stream.concat(Stream.of(village), lineage.endedInto(village).stream())
                .filter(code -> divisions.villageOf(code).equals(village))
                .toArray(String[]::new);
    }

    private List<Household> of(String village, LocalDate day, String which) {
        var active = new LinkedHashMap<String, List<String>>();
        db.sql(
                        """
                        select p.household_id, a.person_id from household_place p
                        join active_person a using (household_id)
                        where p.region = any(?) and %s
                        order by p.household_id, a.person_id
                        """
                                .formatted(which))
                .param(codes(village, day))
                .query(Active.class)
                .list()
                .forEach(a ->
                        active.computeIfAbsent(a.householdId(), _ -> new ArrayList<>())
                                .add(a.personId()));
        var ids = active.keySet().stream().limit(MOST).toArray(String[]::new);
        var sequences = new LinkedHashMap<String, Long>();
        db.sql(
                        "select stream_id as household_id, max(sequence) as sequence from events where stream_id = any(?) group by 1")
                .param(ids)
                .query(At.class)
                .list()
                .forEach(at -> sequences.put(at.householdId(), at.sequence()));
        var seen = new LinkedHashMap<String, Seen>();
        events.<HouseholdEvent>of(
                        List.of(ids),
                        HouseholdApplied.class,
                        HouseholdRecorded.class,
                        HouseholdSplitOff.class,
                        HouseholdSplit.class,
                        HouseholdMoved.class,
                        MemberJoined.class,
                        MemberLeft.class,
                        HeadChanged.class,
                        MemberDescribed.class,
                        MemberIdentified.class,
                        MemberDayCorrected.class,
                        MemberNameCorrected.class,
                        MemberNumberCorrected.class,
                        HouseholdNumbered.class,
                        HouseholdNumberCorrected.class)
                .forEach((household, said) -> seen.put(household, Seen.of(said)));
        var erased = erased(active.values());
        var households = new ArrayList<Household>();
        for (var id : ids) {
            var of = seen.getOrDefault(id, new Seen());
            households.add(
                    of.household(
                            id,
                            sequences.getOrDefault(id, -1L),
                            active.getOrDefault(id, List.of()),
                            erased));
        }
        return households;
    }

    /** Those whose key was destroyed: of them not even a surname is shown. */
    private Set<String> erased(Collection<List<String>> active) {
        return db.sql("select person_id from person_erased where person_id = any(?)")
                .param(active.stream().flatMap(List::stream).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** What the events of a household's members say that may be shown. */
    private static final class Seen {
        private Map<String, HouseholdEvent.Member> members = Map.of();
        private String head = "";
        private @Nullable String group;
        private @Nullable String number;

        /** Of a stream in its order: where it lives and who is its head goes by the day. */
        static Seen of(List<StoredEvent<HouseholdEvent>> stream) {
            var seen = new Seen();
            seen.members = RecordedMembers.of(stream);
            var persons = PersonsNow.of(stream);
            for (var stored : Chronological.of(stream)) seen.take(stored, persons);
            // the number is one for all days: the last that was told
            for (var stored : stream) seen.numbered(stored.event());
            return seen;
        }

        private void take(StoredEvent<HouseholdEvent> stored, PersonsNow persons) {
            switch (stored.event()) {
                case HouseholdApplied e -> opened(persons.now(stored, e.head()), e.group());
                case HouseholdRecorded e -> opened(persons.now(stored, e.head()), e.group());
                case HouseholdSplitOff e -> opened(persons.now(stored, e.head()), e.group());
                case HouseholdMoved e -> group = e.group();
                case MemberLeft e -> headed(e.newHead(), stored, persons);
                case HouseholdSplit e -> headed(e.newHead(), stored, persons);
                case HeadChanged e -> headed(e.head(), stored, persons);
                default -> {}
            }
        }

        private void numbered(HouseholdEvent event) {
            switch (event) {
                case HouseholdNumbered e -> number = e.householdNumber();
                case HouseholdNumberCorrected e -> number = e.householdNumber();
                default -> {}
            }
        }

        private void opened(String first, @Nullable String in) {
            head = first;
            group = in;
        }

        private void headed(
                @Nullable String next, StoredEvent<HouseholdEvent> stored, PersonsNow persons) {
            if (next != null) head = persons.now(stored, next);
        }

        Household household(String id, long sequence, List<String> persons, Set<String> erased) {
            return new Household(
                    id,
                    number,
                    group,
                    nameOf(head, erased),
                    sequence,
                    persons.stream()
                            .sorted(Comparator.comparingInt(this::place))
                            .map(person -> new Member(person, shown(person, erased)))
                            .toList());
        }

        private String nameOf(String person, Set<String> erased) {
            if (erased.contains(person)) return ERASED;
            var member = members.get(person);
            return member == null ? "*" : member.maskedName();
        }

        /** The head first, then the oldest. */
        private int place(String person) {
            var member = members.get(person);
            if (person.equals(head)) return 0;
            return member == null ? Integer.MAX_VALUE : member.birthYear();
        }

        private String shown(String person, Set<String> erased) {
            var name = nameOf(person, erased);
            var member = members.get(person);
            if (member == null || erased.contains(person)) {
                return person.equals(head) ? name + " 户主" : name;
            }
            // a paper that came later may call the head otherwise
            var relation = person.equals(head) ? Relation.HEAD : member.relation();
            return "%s %s %s %d年生"
                    .formatted(
                            name,
                            Choices.word(Choices.RELATIONS, relation.name()),
                            Choices.word(Choices.SEXES, member.sex().name()),
                            member.birthYear());
        }
    }
}
