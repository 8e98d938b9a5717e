package cn.fupin.townships;

import java.util.Set;
import java.util.TreeSet;

/**
 * The identity, phone and card numbers of a township's made-up people, and their names: what must
 * be found nowhere once they have been sent.
 */
public record PersonalNumbers(
        Set<String> identity, Set<String> phone, Set<String> card, Set<String> names) {

    public static PersonalNumbers of(Township township) {
        var numbers =
                new PersonalNumbers(
                        new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        var people = Synthesiser.people(township);
        for (Households batch : people.batches()) {
            for (Households.Household household : batch.all()) {
                household.members().forEach(numbers::add);
            }
        }
        people.lives()
                .joinings()
                .forEach(part -> part.forEach(joining -> numbers.add(joining.member())));
        return numbers;
    }

    private void add(Households.Member member) {
        identity.add(member.identityNumber());
        names.add(member.name());
        if (member.phone() != null) {
            phone.add(member.phone());
        }
        if (member.cardNumber() != null) {
            card.add(member.cardNumber());
        }
    }

    /** How many there are, never which: this may end up in a log. */
    @Override
    public String toString() {
        return "%d + %d + %d numbers".formatted(identity.size(), phone.size(), card.size());
    }
}
