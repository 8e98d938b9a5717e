package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Households.Member;
import cn.fupin.townships.Lives.Joining;
import cn.fupin.townships.Lives.Leaving;
import cn.fupin.townships.Township.MemberChange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Births, marriages, deaths: one person a household, so that none happens out of order. */
final class MemberChoices {
    private static final int YOUNGEST_TO_MARRY = 20;
    private static final int OLDEST_TO_MARRY = 34;
    private static final int OLDEST_PARENT = 45;
    private static final int DAYS_OF_AN_INFANT = 50;

    private final IdentityNumbers identityNumbers;
    private final Random random;
    private final Set<String> changed = new HashSet<>();

    MemberChoices(IdentityNumbers identityNumbers, Random random) {
        this.identityNumbers = identityNumbers;
        this.random = random;
    }

    List<Joining> joinings(String at, MemberChange change, List<Household> eligible) {
        List<Joining> joinings = new ArrayList<>();
        for (Household household : shuffled(eligible)) {
            if (joinings.size() < change.persons()
                    && !changed.contains(household.id())
                    && maySee(household, change.reason(), change.from())) {
                changed.add(household.id());
                LocalDate on = between(change.from(), change.to());
                joinings.add(new Joining(household, comer(household, change.reason(), on), on));
            }
        }
        return all(at, change, joinings);
    }

    List<Leaving> leavings(String at, MemberChange change, List<Household> eligible) {
        List<Leaving> leavings = new ArrayList<>();
        for (Household household : shuffled(eligible)) {
            if (leavings.size() < change.persons() && !changed.contains(household.id())) {
                LocalDate on = between(change.from(), change.to());
                goer(household, change.reason(), on)
                        .ifPresent(member -> {
                            changed.add(household.id());
                            leavings.add(new Leaving(household, member, on));
                        });
            }
        }
        return all(at, change, leavings);
    }

    private static <T> List<T> all(String at, MemberChange change, List<T> made) {
        if (made.size() < change.persons()) {
            throw new Impossible(
                    at + "/persons",
                    "合适的农户只够 " + made.size() + " 人",
                    "there are fitting households for fewer persons: " + made.size());
        }
        return List.copyOf(made);
    }

    private List<Household> shuffled(List<Household> eligible) {
        List<Household> shuffled = new ArrayList<>(eligible);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** A child is born where somebody is of age for it, and one marries whom there is to marry. */
    private static boolean maySee(Household household, String reason, LocalDate on) {
        return switch (reason) {
            case "BIRTH" ->
                    household.members().stream()
                            .anyMatch(m -> isAged(m, on, YOUNGEST_TO_MARRY, OLDEST_PARENT));
            case "MARRIAGE" -> household.members().stream().anyMatch(m -> mayMarry(m, on));
            default -> true;
        };
    }

    private Member comer(Household household, String reason, LocalDate on) {
        boolean male = random.nextBoolean();
        boolean infant = reason.equals("BIRTH");
        LocalDate born =
                infant
                        ? on.minusDays(random.nextInt(DAYS_OF_AN_INFANT))
                        : on.minusYears(YOUNGEST_TO_MARRY + 1 + random.nextInt(12))
                                .minusDays(random.nextInt(360));
        boolean child = infant || reason.equals("ADOPTION");
        Names.Family family =
                child
                        ? Names.familyOf(household.members().getFirst().name())
                        : new Names(0).family(random);
        return new Member(
                Names.of(family, male, random),
                identityNumbers.next(born, male, random),
                null,
                null,
                child ? "CHILD" : "OTHER");
    }

    /** Never the head, who would need a successor; who dies is the oldest of the others. */
    private static Optional<Member> goer(Household household, String reason, LocalDate on) {
        var others = household.members().stream().skip(1);
        return switch (reason) {
            case "DEATH" -> others.min(Comparator.comparing(Member::bornOn));
            case "MARRIAGE" -> others.filter(m -> mayMarry(m, on)).findFirst();
            default -> others.filter(m -> !m.relation().equals("SPOUSE")).findFirst();
        };
    }

    private static boolean mayMarry(Member member, LocalDate on) {
        return member.relation().equals("CHILD")
                && isAged(member, on, YOUNGEST_TO_MARRY, OLDEST_TO_MARRY);
    }

    private static boolean isAged(Member member, LocalDate on, int youngest, int oldest) {
        long age = ChronoUnit.YEARS.between(member.bornOn(), on);
        return age >= youngest && age <= oldest;
    }

    private LocalDate between(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to) + 1));
    }
}
