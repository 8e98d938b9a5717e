package cn.fupin.funding.ledger;

import java.util.ArrayList;
import java.util.List;

/** A balanced entry in the making: each {@code debit} and {@code credit} adds a posting. */
public final class DoubleEntry {
    private final List<Posting> postings = new ArrayList<>();

    public DoubleEntry debit(String account, long amountFen) {
        postings.add(new Posting(account, amountFen));
        return this;
    }

    public DoubleEntry credit(String account, long amountFen) {
        postings.add(new Posting(account, Math.negateExact(amountFen)));
        return this;
    }

    /** The postings; an entry that does not balance is a fault of this program, never a refusal. */
    public List<Posting> balanced() {
        var sum = postings.stream().mapToLong(Posting::amountFen).reduce(0, Math::addExact);
        if (sum != 0) throw new IllegalStateException("an entry is out of balance by " + sum);
        return List.copyOf(postings);
    }
}
