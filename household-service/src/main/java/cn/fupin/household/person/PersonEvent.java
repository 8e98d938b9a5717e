package cn.fupin.household.person;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with somebody's personal data; never the data. {@code region} is where the person
 * lives by the register at that time.
 */
public sealed interface PersonEvent extends Event {
    String personId();

    String region();

    /**
     * 查看个人信息: Plain data were shown to whoever entered the command; recorded before they were
     * shown.
     *
     * @param householdId the household the person belonged to then, null for none
     */
    record PersonalDataRevealed(
            String personId,
            LocalDate occurredOn,
            String region,
            @Nullable String householdId,
            List<PersonalField> fields,
            RevealPurpose purpose,
            String reason,
            String revealedTo)
            implements PersonEvent {}

    /** 按证件号码查找: Somebody asked by number whom the register means by it. */
    record PersonLookedUp(
            String personId,
            LocalDate occurredOn,
            String region,
            RevealPurpose purpose,
            String reason,
            String askedBy)
            implements PersonEvent {}

    /** 姓名, 身份证号, 电话, 银行卡号, 残疾证号. */
    enum PersonalField {
        NAME,
        IDENTITY_NUMBER,
        PHONE,
        CARD_NUMBER,
        DISABILITY_CERTIFICATE
    }

    /** 核对身份, 走访联系, 发放资金, 处理投诉异议, 制作文书, 审计, 本人查询, 其他. */
    enum RevealPurpose {
        VERIFICATION,
        CONTACT,
        PAYMENT,
        COMPLAINT,
        DOCUMENT,
        AUDIT,
        OWN_REQUEST,
        OTHER
    }

    /**
     * 设定个人信息留存: Nothing of the person may be erased while it stands.
     *
     * @param until its last day, null until it is lifted
     */
    record HoldPlaced(
            String personId,
            LocalDate occurredOn,
            String region,
            String holdId,
            HoldKind kind,
            Decision authority,
            @Nullable LocalDate until)
            implements PersonEvent {}

    /** 档案保管期, 审计. */
    enum HoldKind {
        RETENTION,
        AUDIT
    }

    /** 解除个人信息留存: An erasure is not held up by it any more. */
    record HoldLifted(
            String personId,
            LocalDate occurredOn,
            String region,
            String holdId,
            Decision authority,
            String reason)
            implements PersonEvent {}

    /** 申请抹除个人信息: Somebody asks that the person's data be erased; somebody else has to decide. */
    record ErasureRequested(
            String personId, LocalDate occurredOn, String region, String requestedBy, String reason)
            implements PersonEvent {}

    /** 不予抹除: The second person said no; the request is closed. */
    record ErasureDeclined(
            String personId, LocalDate occurredOn, String region, String declinedBy, String reason)
            implements PersonEvent {}

    /**
     * 抹除个人信息: The person's key and blind index are gone: what was sealed with it stays closed for
     * ever, wherever it lies. Masked names are to be blanked by every reader, under all of these
     * ids.
     *
     * @param alsoKnownAs ids under which the person was entered before the number was known
     * @param evidenceIds stored files that held the person's data and are gone with the key
     */
    record PersonErased(
            String personId,
            LocalDate occurredOn,
            String region,
            List<String> alsoKnownAs,
            List<String> evidenceIds,
            String requestedBy,
            String approvedBy,
            Decision decidedBy)
            implements PersonEvent {}
}
