package cn.fupin.funding.ledger;

/** The names of the accounts: part of the contract, since events carry them. */
public final class Account {
    private Account() {}

    /** Where money comes from; always in credit. */
    public static String grant(Enum<?> sourceLevel) {
        return "grant:" + sourceLevel.name();
    }

    /** Received by a document and not yet allocated. */
    public static String appropriation(String appropriationId) {
        return "appropriation:" + appropriationId;
    }

    /** Allocated to a line and not yet committed. */
    public static String allocation(String allocationId) {
        return "allocation:" + allocationId;
    }

    /** Committed to a project out of one line and not yet paid. */
    public static String commitment(String commitmentId, String allocationId) {
        return "commitment:" + commitmentId + ":" + allocationId;
    }

    /** Paid for a project, to whoever built or supplied. */
    public static String paidForProject(String projectId) {
        return "paid:project:" + projectId;
    }

    /** Paid to a household itself. */
    public static String paidToHousehold(String householdId) {
        return "paid:household:" + householdId;
    }

    /** Lent to a household and not yet repaid: credit, and no part of what is granted. */
    public static String owedByHousehold(String householdId) {
        return "owed:household:" + householdId;
    }

    /** What a loan still stands at; always in credit. */
    public static String loan(String loanId) {
        return "loan:" + loanId;
    }
}
