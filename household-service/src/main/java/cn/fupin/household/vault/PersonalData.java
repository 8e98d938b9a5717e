package cn.fupin.household.vault;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a person. A birth date stands there for whoever has no identity number to read
 * it from; what came in later holds no more than what came.
 */
public record PersonalData(
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String cardNumber,
        @Nullable String disabilityCertificate,
        @Nullable LocalDate bornOn) {
    /** Never the data: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "PersonalData[*]";
    }
}
