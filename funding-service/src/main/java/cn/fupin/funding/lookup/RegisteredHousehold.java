package cn.fupin.funding.lookup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A household that was registered 建档立卡. One that has left poverty stays entitled 脱贫不脱政策; one
 * removed by order is not from that day on.
 */
public record RegisteredHousehold(LocalDate registeredOn, @Nullable LocalDate removedOn) {
    public boolean on(LocalDate day) {
        return !day.isBefore(registeredOn) && (removedOn == null || day.isBefore(removedOn));
    }
}
