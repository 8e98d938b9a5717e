package cn.fupin.funding.ledger;

/**
 * One side of an entry in the books.
 *
 * @param account {@code grant:CENTRAL}, {@code appropriation:<id>}, {@code allocation:<id>}, {@code
 *     commitment:<id>:<allocationId>}, {@code paid:project:<id>}, {@code paid:household:<id>},
 *     {@code owed:household:<id>} or {@code loan:<id>}
 * @param amountFen debit above zero, credit below
 */
public record Posting(String account, long amountFen) {}
