package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Households.Member;
import cn.fupin.townships.Lives.Supported;
import cn.fupin.townships.Township.PolicyPart;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses whom a policy reaches 享受政策: whole households, or so many members of an age at which it
 * reaches anybody. Nobody has the same policy twice, and no household is chosen in which somebody
 * comes or goes.
 */
final class PolicyChoices {
    /** Apart from all others: one policy more must not change who exits or who is born. */
    private static final long ANOTHER_SEQUENCE = 0x2545F4914F6CDD1DL;

    private final Township t;
    private final LifeChoices lives;
    private final List<List<Household>> measures;
    private final Set<String> changing;
    private final Random random;
    private final Map<String, Set<String>> reached = new HashMap<>();

    PolicyChoices(
            Township township,
            LifeChoices lives,
            List<List<Household>> measures,
            Set<String> changing) {
        this.t = township;
        this.lives = lives;
        this.measures = measures;
        this.changing = changing;
        this.random = new Random(township.synthesis().seed() ^ ANOTHER_SEQUENCE);
    }

    List<List<Supported>> choose() {
        return IntStream.range(0, t.policies().size())
                .mapToObj(i -> chosen("/policies/" + i, t.policies().get(i)))
                .toList();
    }

    private List<Supported> chosen(String at, PolicyPart part) {
        var of = part.of();
        if (of != null) {
            Set<String> taken = reached(part.policy());
            Set<String> measured = measured(part);
            List<Household> those =
                    lives.any(
                            at,
                            of,
                            part.from(),
                            h -> may(h, part, measured) && !taken.contains(h.id()),
                            random);
            those.forEach(h -> taken.add(h.id()));
            return those.stream().map(h -> new Supported(h, List.of())).toList();
        }
        return byHousehold(members(at, part));
    }

    /** A member is known by the identity number: ids are the register's to give. */
    private Map<Household, List<Member>> members(String at, PolicyPart part) {
        int persons = part.personsNamed();
        Set<String> taken = reached(part.policy());
        Set<String> among = part.among() == null ? Set.of() : reached(part.among());
        Set<String> measured = measured(part);
        List<Household> households =
                new ArrayList<>(
                        lives.onTheRegister(part.batches(), part.from())
                                .filter(h -> may(h, part, measured))
                                .toList());
        Collections.shuffle(households, random);
        Map<Household, List<Member>> members = new LinkedHashMap<>();
        int chosen = 0;
        for (Household household : households) {
            for (Member member : household.members()) {
                String number = member.identityNumber();
                if (chosen < persons
                        && fits(part.policy(), member, part.from())
                        && (part.among() == null || among.contains(number))
                        && taken.add(number)) {
                    members.computeIfAbsent(household, h -> new ArrayList<>()).add(member);
                    chosen++;
                }
            }
        }
        if (chosen < persons) {
            throw new Impossible(
                    at + "/members",
                    "合适的只有 " + chosen + " 人",
                    "only so many members fit: " + chosen);
        }
        return members;
    }

    private static List<Supported> byHousehold(Map<Household, List<Member>> members) {
        return members.entrySet().stream()
                .map(e -> new Supported(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private boolean may(Household household, PolicyPart part, Set<String> measured) {
        return !changing.contains(household.id())
                && (part.measure() == null || measured.contains(household.id()));
    }

    private Set<String> measured(PolicyPart part) {
        Set<String> measured = new HashSet<>();
        for (int i = 0; i < t.measures().size(); i++) {
            if (t.measures().get(i).measure().equals(part.measure())) {
                measures.get(i).forEach(h -> measured.add(h.id()));
            }
        }
        return measured;
    }

    /** The ids of whole households, the identity numbers of members. */
    private Set<String> reached(String policy) {
        return reached.computeIfAbsent(policy, p -> new HashSet<>());
    }

    /** Of an age to learn a trade, to work, or any. */
    private static boolean fits(String policy, Member member, LocalDate on) {
        long age = ChronoUnit.YEARS.between(member.bornOn(), on);
        return switch (policy) {
            case "RAIN_AND_DEW", "STUDENT_GRANT" -> age >= 15 && age <= 24;
            case "TRAINING", "EMPLOYMENT" -> age >= 18 && age <= 59;
            default -> true;
        };
    }
}
