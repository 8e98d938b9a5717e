package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.MatchingEntries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list as it comes in, one identity number a line; the numbers are turned into keyed indexes here
 * and forgotten.
 */
record MatchingForm(
        String matchingId,
        String region,
        String item,
        String source,
        LocalDate asOf,
        List<String> numbers,
        LocalDate receivedOn,
        boolean assumed,
        Instant receivedAt) {
    private static final int MOST_NUMBERS = 20_000;

    MatchingForm {
        Check.id("matching", "matchingId", matchingId);
        Check.region("region", region);
        Check.text("source", source, 200);
        Check.size("numbers", numbers, 1, MOST_NUMBERS);
        numbers = List.copyOf(numbers);
    }

    /** A number that is none is told by its place in the list, never repeated. */
    private List<IdentityNumber> parsed() {
        return IntStream.range(0, numbers.size())
                .mapToObj(i ->
                        IdentityNumber.parse("numbers[%d]".formatted(i), numbers.get(i).strip()))
                .toList();
    }

    ReceiveMatchingList sealed(MatchingEntries entries, boolean regionListed) {
        var kept = entries.keep(matchingId, parsed());
        return new ReceiveMatchingList(
                matchingId,
                region,
                item,
                source,
                asOf,
                receivedOn,
                kept.entries(),
                kept.seal(),
                regionListed,
                assumed,
                receivedAt);
    }

    /** Never the numbers: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "MatchingForm[*]";
    }
}
