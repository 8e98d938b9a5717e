package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a household, day by day: changes come in late, so a step of an earlier day counts
 * those who were there then. On every day since the opening there is a member, and one is the head.
 *
 * @param head the head now
 * @param headSince from which day on
 * @param stays everybody's, in the order they were recorded
 * @param unnumbered those who have no identity number yet
 * @param headUntil of whoever was the head and stayed: the first day on which another was
 * @param signed who signed for it and when, in the order recorded
 */
record Family(
        LocalDate openedOn,
        String head,
        LocalDate headSince,
        List<Stay> stays,
        Set<String> unnumbered,
        Map<String, LocalDate> headUntil,
        List<Signature> signed) {
    static final int MOST_MEMBERS = 30;

    /**
     * @param calledThen the id by which the person was named when it was said
     */
    record Signature(String personId, LocalDate on, String calledThen) {}

    /**
     * A person's time in the household.
     *
     * @param until the first day on which the person is no member any more, null while there
     */
    record Stay(String personId, LocalDate from, @Nullable LocalDate until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }

        boolean overlaps(Stay other) {
            return (until == null || other.from.isBefore(until))
                    && (other.until == null || from.isBefore(other.until));
        }
    }

    Family {
        stays = List.copyOf(stays);
        unnumbered = Set.copyOf(unnumbered);
        headUntil = Map.copyOf(headUntil);
        signed = List.copyOf(signed);
    }

    static Family of(LocalDate openedOn, String head, Collection<Member> members) {
        var family = new Family(openedOn, head, openedOn, List.of(), Set.of(), Map.of(), List.of());
        for (var member : members) family = family.joined(member, openedOn);
        return family;
    }

    /** Never none: a day before the opening, which is refused for that, counts as the opening. */
    int personsOn(LocalDate day) {
        var counted = day.isBefore(openedOn) ? openedOn : day;
        return (int) stays.stream().filter(stay -> stay.covers(counted)).count();
    }

    boolean has(String person, LocalDate day) {
        return stays.stream().anyMatch(stay -> stay.personId().equals(person) && stay.covers(day));
    }

    /** The stay of a member of today, null for anybody else. */
    @Nullable Stay now(String person) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person) && stay.until() == null)
                .findFirst()
                .orElse(null);
    }

    /** Whether the person is or was a member. */
    boolean everHad(String person) {
        return stays.stream().anyMatch(stay -> stay.personId().equals(person));
    }

    /** Every time of a person here, by the day of coming. */
    List<CorrectionEvent.Stay> staysOf(String person) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person))
                .map(stay -> new CorrectionEvent.Stay(stay.from(), stay.until()))
                .sorted(Comparator.comparing(CorrectionEvent.Stay::from))
                .toList();
    }

    int membersNow() {
        return (int) stays.stream().filter(stay -> stay.until() == null).count();
    }

    /** The day a person who is no member any more left last, null for one who never was. */
    @Nullable LocalDate left(String person) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person))
                .map(Stay::until)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Who is there today, in the order they came. */
    List<String> personsNow() {
        return stays.stream().filter(stay -> stay.until() == null).map(Stay::personId).toList();
    }

    /** Who was there that day, in the order they came. */
    List<String> membersOn(LocalDate day) {
        return stays.stream().filter(stay -> stay.covers(day)).map(Stay::personId).toList();
    }

    /** The day on which a member of that day left, null for one who is there still. */
    @Nullable LocalDate until(String person, LocalDate day) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person) && stay.covers(day))
                .findFirst()
                .map(Stay::until)
                .orElse(null);
    }

    Family joined(Member member, LocalDate on) {
        var more = new ArrayList<>(stays);
        more.add(new Stay(member.personId(), on, null));
        var strangers = new HashSet<>(unnumbered);
        if (member.withoutNumber() != null) strangers.add(member.personId());
        return new Family(openedOn, head, headSince, more, strangers, headUntil, signed);
    }

    Family left(String person, LocalDate on, @Nullable String newHead) {
        return parted(List.of(person), on, newHead);
    }

    /** All of them at once. */
    Family parted(Collection<String> persons, LocalDate on, @Nullable String newHead) {
        var changed =
                stays.stream()
                        .map(stay ->
                                persons.contains(stay.personId()) && stay.until() == null
                                        ? new Stay(stay.personId(), stay.from(), on)
                                        : stay)
                        .toList();
        return newHead == null
                ? new Family(openedOn, head, headSince, changed, unnumbered, headUntil, signed)
                : new Family(openedOn, newHead, on, changed, unnumbered, headUntil, signed);
    }

    /** Another member is the head, and the one before stays. */
    Family headed(String newHead, LocalDate on) {
        var former = new HashMap<>(headUntil);
        former.put(head, on);
        return new Family(openedOn, newHead, on, stays, unnumbered, former, signed);
    }

    /** Null for whoever never was the head, or left when another became it. */
    @Nullable LocalDate headUntil(String person) {
        return headUntil.get(person);
    }

    /** The first day on which a person was a member. */
    LocalDate firstDay(String person) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person))
                .map(Stay::from)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Whether the two were here on one day: then they are not one person. */
    boolean overlap(String person, String other) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person))
                .anyMatch(mine ->
                        stays.stream()
                                .filter(stay -> stay.personId().equals(other))
                                .anyMatch(mine::overlaps));
    }

    /** One person under another id, for all days. */
    Family identified(String person, String as) {
        var changed =
                stays.stream()
                        .map(stay ->
                                stay.personId().equals(person)
                                        ? new Stay(as, stay.from(), stay.until())
                                        : stay)
                        .toList();
        var strangers = new HashSet<>(unnumbered);
        strangers.remove(person);
        return new Family(
                openedOn,
                head.equals(person) ? as : head,
                headSince,
                changed,
                strangers,
                renamed(headUntil, person, as),
                signed.stream()
                        .map(one ->
                                one.personId().equals(person)
                                        ? new Signature(as, one.on(), one.calledThen())
                                        : one)
                        .toList());
    }

    private static Map<String, LocalDate> renamed(
            Map<String, LocalDate> days, String person, String as) {
        var changed = new HashMap<>(days);
        var day = changed.remove(person);
        if (day != null) changed.merge(as, day, (a, b) -> a.isAfter(b) ? a : b);
        return changed;
    }

    Family signed(String person, LocalDate on) {
        var more = new ArrayList<>(signed);
        more.add(new Signature(person, on, person));
        return new Family(openedOn, head, headSince, stays, unnumbered, headUntil, more);
    }

    /**
     * Nobody signed there, on no day.
     *
     * @param calledThen the id by which whoever did was named
     */
    Family unsigned(String calledThen, LocalDate on) {
        var left = new ArrayList<>(signed);
        for (var i = left.size() - 1; i >= 0; i--) {
            if (!left.get(i).calledThen().equals(calledThen) || !left.get(i).on().equals(on)) {
                continue;
            }
            left.remove(i);
            break;
        }
        return new Family(openedOn, head, headSince, stays, unnumbered, headUntil, left);
    }

    /** The last day on which the person signed for the household, null for whoever never did. */
    @Nullable LocalDate signedOn(String person) {
        return signed.stream()
                .filter(one -> one.personId().equals(person))
                .map(Signature::on)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last time of a person here, in the order recorded; null for one who never was. */
    @Nullable Stay last(String person) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(person))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** When the person's times before the last one were over; null when that is the first. */
    @Nullable LocalDate leftBefore(Stay last) {
        return stays.stream()
                .filter(stay -> stay.personId().equals(last.personId()) && stay != last)
                .map(Stay::until)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** A person's last time here began, or was over, on another day. */
    Family moved(String person, boolean came, LocalDate right) {
        var last = last(person);
        if (last == null) return this;
        var now =
                came ? new Stay(person, right, last.until()) : new Stay(person, last.from(), right);
        var changed = stays.stream().map(stay -> stay == last ? now : stay).toList();
        return new Family(openedOn, head, headSince, changed, unnumbered, headUntil, signed);
    }

    /** Whether there was a day without any member. */
    boolean everEmpty() {
        return changes().anyMatch(day -> personsOn(day) == 0);
    }

    private Stream<LocalDate> changes() {
        return stays.stream()
                .flatMap(stay -> Stream.of(stay.from(), stay.until()))
                .filter(Objects::nonNull);
    }
}
