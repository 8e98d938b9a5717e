package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the registration form 贫困户登记表 says of a household and its members, and what of it changed
 * later. Each holds from its day on and replaces what was said before; it moves nothing.
 */
public sealed interface DescriptionEvent extends HouseholdEvent {
    /** 调整户属性: Of another kind, by another standard or poor for other causes, from that day on. */
    record HouseholdReclassified(
            String householdId,
            LocalDate occurredOn,
            Standard standard,
            HouseholdType householdType,
            Cause mainCause,
            List<Cause> otherCauses,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements DescriptionEvent {}

    /**
     * 登记生产生活条件: What the household lives in, on and by; a group of the details that is left out
     * stays as it was.
     */
    record HouseholdDescribed(
            String householdId,
            LocalDate occurredOn,
            HouseholdDetails details,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements DescriptionEvent {}

    /**
     * 登记成员情况: What the form says of a member; a detail that is left out stays as it was.
     *
     * @param sealed base64 of numbers that came with it under the person's own key, null without
     * @param numbers which these are, null without and in those recorded before it was said
     */
    record MemberDescribed(
            String householdId,
            LocalDate occurredOn,
            String personId,
            MemberDetails details,
            @Nullable String sealed,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            @Nullable List<SealedNumber> numbers)
            implements DescriptionEvent {}

    /** 电话, 银行卡号, 残疾证号. */
    enum SealedNumber {
        PHONE,
        CARD_NUMBER,
        DISABILITY_CERTIFICATE
    }

    /**
     * 补登证件号码: A member without an identity number got one: {@code personId} and {@code
     * identifiedAs} are one person, who goes by the latter from now on, also for the days before.
     *
     * @param member as the paper with the number shows the person
     * @param differsBecause why sex or birth year are not what was said before, null when they are
     */
    record MemberIdentified(
            String householdId,
            LocalDate occurredOn,
            String personId,
            String identifiedAs,
            Member member,
            @Nullable String differsBecause,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements DescriptionEvent {}

    /**
     * 编列户编号: The number that the national system gave the household's file; it is no other
     * household's, and stays the household's after its life has ended.
     */
    record HouseholdNumbered(
            String householdId,
            LocalDate occurredOn,
            String householdNumber,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements DescriptionEvent {}
}
