package cn.fupin.household.vault;

import org.jspecify.annotations.Nullable;

/** What is sealed of a person. */
public record PersonalData(
        String name, String identityNumber, @Nullable String phone, @Nullable String cardNumber) {
    /** Never the data: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "PersonalData[*]";
    }
}
