package cn.fupin.household.evidence;

/** What is asked of places before a file is taken or named; whoever keeps the divisions answers. */
public interface Lineage {
    /** Whether the place is listed or lies above one that is. */
    boolean knows(String region);

    /**
     * Whether a paper of the one place may prove what was done in the other: minutes of the county
     * in a village, a village's list in its county, and what an ended division kept in those that
     * came after it.
     */
    boolean joins(String one, String other);
}
