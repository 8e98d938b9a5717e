package cn.fupin.household.household;

import cn.fupin.household.household.PolicyDetails.Occasion;
import cn.fupin.household.household.PolicyEvent.PolicyAppliedFor;
import cn.fupin.household.household.PolicyEvent.PolicyEnded;
import cn.fupin.household.household.PolicyEvent.PolicyGranted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of policies, person by person. It comes in late: of any day that holds which was
 * said last of it or of the nearest day before it.
 *
 * @param applied in the order recorded
 * @param said granted and ended, in the order recorded
 */
public record PoliciesHeld(List<Said> applied, List<Said> said) {
    public static final PoliciesHeld NONE = new PoliciesHeld(List.of(), List.of());

    /**
     * @param has whether the person has it from that day on, or has it no more
     */
    public record Said(
            Policy policy, PolicyDetails details, String personId, LocalDate on, boolean has) {
        boolean isOf(Policy other, Occasion occasion, String person) {
            return policy == other
                    && personId.equals(person)
                    && details.occasion().equals(occasion);
        }

        boolean isOfTheSameAs(Said other) {
            return isOf(other.policy, other.details.occasion(), other.personId);
        }

        private Said identified(String person, String as) {
            return personId.equals(person) ? new Said(policy, details, as, on, has) : this;
        }
    }

    public PoliciesHeld with(PolicyAppliedFor e) {
        var more = said(e.policy(), e.details(), e.recipients(), e.occurredOn(), true);
        return new PoliciesHeld(Stream.concat(applied.stream(), more).toList(), said);
    }

    public PoliciesHeld with(PolicyGranted e) {
        return with(said(e.policy(), e.details(), e.recipients(), e.occurredOn(), true));
    }

    public PoliciesHeld with(PolicyEnded e) {
        return with(said(e.policy(), e.details(), e.recipients(), e.occurredOn(), false));
    }

    private PoliciesHeld with(Stream<Said> more) {
        return new PoliciesHeld(applied, Stream.concat(said.stream(), more).toList());
    }

    private static Stream<Said> said(
            Policy policy, PolicyDetails details, List<String> persons, LocalDate on, boolean has) {
        return persons.stream().map(person -> new Said(policy, details, person, on, has));
    }

    /** One person under another id, for all days. */
    public PoliciesHeld identified(String person, String as) {
        return new PoliciesHeld(
                applied.stream().map(one -> one.identified(person, as)).toList(),
                said.stream().map(one -> one.identified(person, as)).toList());
    }

    /** Without what lasts. */
    public PoliciesHeld once() {
        return new PoliciesHeld(
                applied, said.stream().filter(one -> !one.policy().lasts()).toList());
    }

    /** What a person has that day; of what is had once, what was granted, of whatever day. */
    @Nullable Said had(Policy policy, Occasion occasion, String person, LocalDate day) {
        return said.stream()
                .filter(one -> one.isOf(policy, occasion, person))
                .filter(one -> !policy.lasts() || !one.on().isAfter(day))
                .reduce((one, next) -> next.on().isBefore(one.on()) ? one : next)
                .filter(Said::has)
                .orElse(null);
    }

    /** All that lasts and is had that day. */
    List<Said> lasting(LocalDate day) {
        var had = new ArrayList<Said>();
        for (var one : said) {
            if (had.stream().anyMatch(one::isOfTheSameAs) || !one.policy().lasts()) continue;
            var now = had(one.policy(), one.details().occasion(), one.personId(), day);
            if (now != null) had.add(now);
        }
        return List.copyOf(had);
    }

    /** All that is had that day, and what was granted once by then, in the order recorded. */
    public List<Said> present(LocalDate day) {
        var lasting = lasting(day);
        return Stream.concat(
                        said.stream()
                                .filter(one -> !one.policy().lasts() && !one.on().isAfter(day)),
                        lasting.stream())
                .toList();
    }

    /** What lasts and was granted to a person from a day after that one. */
    List<Said> lastingAfter(String person, LocalDate day) {
        return said.stream()
                .filter(one -> one.has() && one.policy().lasts())
                .filter(one -> one.personId().equals(person) && one.on().isAfter(day))
                .sorted(Comparator.comparing(Said::on))
                .toList();
    }
}
