package cn.fupin.backbone.store;

import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeRangeMap;
import java.util.List;
import java.util.Set;

/**
 * The global indexes that were passed over, each with the transactions that could still fill it. A
 * transaction that took an index holds its lock on {@code events} from before that moment until its
 * end, and it took the index before a higher one became visible; so whoever could fill a gap is
 * among the lock holders at any time after the gap was seen.
 */
final class OpenGaps {
    private final RangeMap<Long, Set<String>> writers = TreeRangeMap.create();

    /** Indexes from {@code first} to before {@code end} were not there when later ones were. */
    void open(long first, long end, Set<String> writersNow) {
        writers.put(Range.closedOpen(first, end), writersNow);
    }

    void filled(long index) {
        writers.remove(Range.closedOpen(index, index + 1));
    }

    /**
     * Gives up the gaps that nobody could fill even before the snapshot in which they were still
     * open: their appends were rolled back.
     */
    void passDead() {
        writers.asMapOfRanges().entrySet().removeIf(gap -> gap.getValue().isEmpty());
    }

    /** Of each gap's writers only those go on that are still alive. */
    void keepAlive(Set<String> writersNow) {
        for (var gap : List.copyOf(writers.asMapOfRanges().entrySet())) {
            var left = Set.copyOf(Sets.intersection(gap.getValue(), writersNow));
            writers.put(gap.getKey(), left);
        }
    }

    boolean isEmpty() {
        return writers.asMapOfRanges().isEmpty();
    }

    Long[] firsts() {
        return ranges().stream().map(Range::lowerEndpoint).toArray(Long[]::new);
    }

    Long[] lasts() {
        return ranges().stream().map(gap -> gap.upperEndpoint() - 1).toArray(Long[]::new);
    }

    /** Everything up to here is settled, given that everything up to {@code high} was looked at. */
    long watermark(long high) {
        return isEmpty() ? high : writers.span().lowerEndpoint() - 1;
    }

    private Set<Range<Long>> ranges() {
        return writers.asMapOfRanges().keySet();
    }
}
