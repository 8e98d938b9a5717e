package cn.fupin.household.notice;

/** What the notice knows of objections to one household it names. */
public enum Objection {
    NONE,
    OPEN,
    DISMISSED,
    UPHELD
}
