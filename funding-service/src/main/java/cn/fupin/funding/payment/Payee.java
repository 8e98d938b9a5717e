package cn.fupin.funding.payment;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid. A household is named by its id alone: its people and its account stay with the
 * household service and the bank.
 *
 * @param name of a firm; required for a contractor or supplier, forbidden for a household
 * @param personId the member whose account is paid; null when nobody says
 */
public record Payee(
        Kind kind, @Nullable String name, @Nullable String householdId, @Nullable String personId) {
    /** 施工单位、供货单位、农户. */
    public enum Kind {
        CONTRACTOR,
        SUPPLIER,
        HOUSEHOLD
    }

    public Payee {
        var household = kind == Kind.HOUSEHOLD;
        if (household != (householdId != null)) {
            throw new Malformed(
                    "householdId",
                    "of-households-only",
                    "付给农户时必填，其他情况不填",
                    "required when a household is paid, forbidden otherwise");
        }
        if (household == (name != null)) {
            throw new Malformed(
                    "name",
                    "of-firms-only",
                    "付给单位时必填，付给农户时不填",
                    "required when a firm is paid, forbidden for a household");
        }
        if (!household && personId != null) {
            throw new Malformed(
                    "personId",
                    "of-households-only",
                    "只在付给农户时填写",
                    "forbidden when it is no household that is paid");
        }
        if (householdId != null) Check.id("household", "householdId", householdId);
        if (personId != null) Check.id("person", "personId", personId);
        if (name != null) Check.text("name", name, 200);
    }
}
