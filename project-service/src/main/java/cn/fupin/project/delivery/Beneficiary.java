package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Check;

/** A household and its share of the benefit, in hundredths of a percent. */
public record Beneficiary(String householdId, int shareBasisPoints) {
    static final int ALL_BASIS_POINTS = 10_000;

    public Beneficiary {
        Check.id("household", "householdId", householdId);
        Check.range("shareBasisPoints", shareBasisPoints, 1, ALL_BASIS_POINTS);
    }
}
