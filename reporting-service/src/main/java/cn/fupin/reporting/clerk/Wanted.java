package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.reporting.fact.Cause;
import cn.fupin.reporting.history.HouseholdAt;
import cn.fupin.reporting.history.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what households are looked for; null is whatever.
 *
 * @param name the beginning of a masked name: the surname, with or without its stars
 * @param helper the helper's id, the beginning of the masked name, or of the name of the unit
 * @param state a {@link Standing}, of one that is a step under way those who took it last; or
 *     {@link #ON_REGISTER}
 * @param cause a cause of poverty, the main one or another
 * @param mainCause a main cause of poverty
 * @param monitored whether it is watched
 * @param policy a policy 享受政策
 * @param policyState how it stands with the policy: APPLIED, HELD, ENDED; HELD unless said, null
 *     without a policy
 * @param exitPlannedFor the year for which its exit is planned 脱贫名单
 * @param number 户编号, the whole of it
 * @param unit the beginning of the name of a unit in contact with it 联系单位
 */
public record Wanted(
        @Nullable String name,
        @Nullable String helper,
        @Nullable String state,
        @Nullable String cause,
        @Nullable Boolean monitored,
        @Nullable String policy,
        @Nullable String policyState,
        @Nullable String mainCause,
        @Nullable Integer exitPlannedFor,
        @Nullable String number,
        @Nullable String unit) {
    /** 在册: whichever standing it is that counts as registered. */
    public static final String ON_REGISTER = "ON_REGISTER";

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,20}");

    private static final List<String> POLICIES =
            List.of(
                    "RAIN_AND_DEW",
                    "STUDENT_GRANT",
                    "TRAINING",
                    "EMPLOYMENT",
                    "RELOCATION",
                    "NEW_YI_VILLAGE",
                    "SUBSISTENCE_ALLOWANCE",
                    "MEDICAL_AID",
                    "SERIOUS_ILLNESS_INSURANCE",
                    "SERIOUS_ILLNESS_COMPENSATION",
                    "TWO_EXEMPTIONS_THREE_SUBSIDIES",
                    "OTHER");

    /** An application waits; it is had, or was had once; it was had and is no more. */
    private static final List<String> POLICY_STATES = List.of("APPLIED", "HELD", "ENDED");

    private static final List<String> STANDINGS =
            Stream.concat(
                            Stream.of(ON_REGISTER),
                            Arrays.stream(Standing.values())
                                    .filter(standing -> standing != Standing.NONE)
                                    .map(Standing::name))
                    .toList();

    public Wanted(
            @Nullable String name,
            @Nullable String helper,
            @Nullable String state,
            @Nullable String cause) {
        this(name, helper, state, cause, null, null, null, null, null);
    }

    public Wanted(
            @Nullable String name,
            @Nullable String helper,
            @Nullable String state,
            @Nullable String cause,
            @Nullable Boolean monitored,
            @Nullable String policy,
            @Nullable String policyState,
            @Nullable String mainCause,
            @Nullable Integer exitPlannedFor) {
        this(
                name,
                helper,
                state,
                cause,
                monitored,
                policy,
                policyState,
                mainCause,
                exitPlannedFor,
                null,
                null);
    }

    public Wanted {
        name = stripped("name", name);
        helper = stripped("helper", helper);
        if (helper != null && begun(helper).isEmpty()) {
            throw new Malformed(
                    "helper",
                    "beginning",
                    "须写出姓氏、编号或单位",
                    "must begin with a surname, an id or a unit");
        }
        unit = stripped("unit", unit);
        number = stripped("number", number);
        if (number != null) {
            number = number.toUpperCase(Locale.ROOT);
            if (!NUMBER.matcher(number).matches()) {
                throw new Malformed(
                        "number",
                        "household-number",
                        "应为 1 至 20 位字母和数字",
                        "must be 1 to 20 letters and digits");
            }
        }
        state = blankIsNull(state);
        cause = blankIsNull(cause);
        if (state != null) Check.oneOf("state", state, STANDINGS);
        if (cause != null) Check.oneOf("cause", cause, Cause.CODES);
        mainCause = blankIsNull(mainCause);
        if (mainCause != null) Check.oneOf("mainCause", mainCause, Cause.CODES);
        policy = blankIsNull(policy);
        policyState = blankIsNull(policyState);
        if (policy != null) Check.oneOf("policy", policy, POLICIES);
        if (policyState != null) {
            Check.oneOf("policyState", policyState, POLICY_STATES);
            if (policy == null) {
                throw new Malformed(
                        "policy",
                        "of-policy-state",
                        "填写 policyState 时须填",
                        "is required of policyState");
            }
        } else if (policy != null) {
            policyState = "HELD";
        }
    }

    /** Whether it goes on until it ends; the others are had once. */
    boolean isOfALastingPolicy() {
        return policy != null && HouseholdAt.LASTING_POLICIES.contains(policy);
    }

    /** As forms offer them. */
    public static List<String> policies() {
        return POLICIES;
    }

    /** As forms offer them. */
    public static List<String> policyStates() {
        return POLICY_STATES;
    }

    /** Whether the state is a step that another is to follow. */
    boolean isUnderWay() {
        return state != null && !state.equals(ON_REGISTER) && !Standing.valueOf(state).isLasting();
    }

    /** The standings that are meant by the state; none where any is. */
    List<String> standings() {
        if (state == null) return List.of();
        return state.equals(ON_REGISTER)
                ? Arrays.stream(Standing.values())
                        .filter(Standing::isOnRegister)
                        .map(Standing::name)
                        .toList()
                : List.of(state);
    }

    /** As forms offer them. */
    public static List<String> causes() {
        return Cause.CODES;
    }

    /**
     * {@code true} or {@code false}; null when nobody says.
     *
     * @throws Malformed naming the parameter
     */
    public static @Nullable Boolean orNot(String field, @Nullable String text) {
        var said = blankIsNull(text);
        if (said == null) return null;
        Check.oneOf(field, said, List.of("true", "false"));
        return Boolean.valueOf(said);
    }

    /**
     * A year; null when nobody says.
     *
     * @throws Malformed naming the parameter
     */
    public static @Nullable Integer year(String field, @Nullable String text) {
        var said = blankIsNull(text);
        return said == null ? null : Integer.valueOf((int) Check.whole(field, said, 1978, 2100));
    }

    private static @Nullable String stripped(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var stripped = PlainText.spelling(text);
        Check.text(field, stripped, 50);
        return stripped;
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The surname in SQL's pattern: stars stand for what is not shown. */
    @Nullable String namePattern() {
        return name == null ? null : masked(name);
    }

    /** As {@link #namePattern}, of the helper. */
    String helperPattern() {
        return masked(Objects.requireNonNull(helper));
    }

    private static String masked(String name) {
        return escaped(begun(name)) + "%";
    }

    private static String begun(String name) {
        return name.endsWith("*") ? name.substring(0, name.indexOf('*')) : name;
    }

    @Nullable String unitPattern() {
        return helper == null ? null : escaped(helper) + "%";
    }

    @Nullable String contactPattern() {
        return unit == null ? null : escaped(unit) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
