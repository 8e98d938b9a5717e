package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * A person a form names by personId or by identity number, as the paper shows it; the number goes
 * no further than this.
 */
record NamedPerson(@Nullable String personId, @Nullable IdentityNumber number) {
    /** Exactly one of the two. */
    static NamedPerson required(
            String idField, @Nullable String id, String numberField, @Nullable String number) {
        if (id == null && number == null) {
            throw new Malformed(
                    idField,
                    "person-or-number",
                    "须填 personId 或公民身份号码",
                    "or %s is required".formatted(numberField));
        }
        return optional(idField, id, numberField, number);
    }

    /** At most one of the two. */
    static NamedPerson optional(
            String idField, @Nullable String id, String numberField, @Nullable String number) {
        if (id != null) Check.id("person", idField, id);
        if (id != null && number != null) {
            throw new Malformed(
                    numberField,
                    "person-or-number",
                    "与 " + idField + " 只填其一",
                    "must not be sent together with " + idField);
        }
        return new NamedPerson(
                id, number == null ? null : IdentityNumber.parse(numberField, number));
    }

    boolean isNamed() {
        return personId != null || number != null;
    }

    /** Null for nobody, and for somebody this register has never heard of. */
    @Nullable String resolved(Vault vault) {
        return number == null ? personId : vault.personOf(number);
    }
}
