package cn.fupin.household.naming;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is whom the register knows by an id only: 帮扶责任人, 第一书记, 驻村工作队员. The stream is {@code
 * naming-} and that id.
 */
public sealed interface HelperEvent extends Event {
    String helperId();

    String region();

    String personId();

    String maskedName();

    String sealed();

    String unit();

    @Nullable String position();

    static String streamOf(String helperId) {
        return "naming-" + helperId;
    }

    /**
     * 登记帮扶人员: The register is told who goes by an id.
     *
     * @param helperId as assignments, visits and appointments say it ({@code staffId} there)
     * @param region where the helper works
     * @param personId whose key seals name and phone
     * @param maskedName the surname with stars
     * @param sealed base64, name and phone, only to be opened with the person's key
     * @param unit of the day
     * @param position 职务, null when nobody says
     */
    record HelperNamed(
            String helperId,
            LocalDate occurredOn,
            String region,
            String personId,
            String maskedName,
            String sealed,
            String unit,
            @Nullable String position,
            boolean assumed)
            implements HelperEvent {}

    /**
     * 变更帮扶人员信息: Name, unit, position or phone are others from that day on; all are said anew, but a
     * phone that is not said stays.
     *
     * @param region where the helper works from that day on
     * @param personId the same as before, and another when that person's key was destroyed
     */
    record HelperDetailsChanged(
            String helperId,
            LocalDate occurredOn,
            String region,
            String personId,
            String maskedName,
            String sealed,
            String unit,
            @Nullable String position,
            boolean assumed)
            implements HelperEvent {}
}
