package cn.fupin.reporting.finding;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The checks; a new one gets its SQL in {@link QualitySql}. What the door refuses already (a wrong
 * check digit, a sex or birth date that the number contradicts) cannot be found here.
 */
public enum QualityRule {
    NO_MEMBER(
            "在册户没有成员",
            "a registered household without members",
            "补录成员,或办理自然销户",
            "enter the members, or dissolve it",
            QualitySql.NO_MEMBER),
    NO_HEAD(
            "没有户主",
            "nobody is the head",
            "办理户主变更（head-change）",
            "change the head by head-change",
            QualitySql.NO_HEAD),
    TWO_HEADS(
            "户主不止一人",
            "more than one head",
            "更正成员与户主关系",
            "correct a member's relation to the head",
            QualitySql.TWO_HEADS),
    SIZE_DIFFERS(
            "所报人数与成员数不符",
            "the persons stated are not the members",
            "核对成员增减及其日期",
            "check who came and went, and when",
            QualitySql.SIZE_DIFFERS),
    PERSON_TWICE(
            "同一人同时在两户",
            "one person in two households at once",
            "在其中一户登记离户",
            "record that the person left one of them",
            QualitySql.PERSON_TWICE),
    MEMBER_LOST(
            "离户成员未到所去之户",
            "a member who left has not arrived",
            "在所去之户登记加入;去向有误的,按实际去向在该户登记",
            "record the arrival there, or where the person has really gone",
            QualitySql.MEMBER_LOST),
    BIRTH_YEAR_IMPLAUSIBLE(
            "出生年份不合理",
            "an implausible year of birth",
            "核对证件",
            "look at the papers",
            QualitySql.BIRTH_YEAR_IMPLAUSIBLE),
    INCOME_NEGATIVE(
            "人均纯收入为负",
            "a negative income",
            "核对收支并更正",
            "check income and cost, and correct",
            QualitySql.INCOME_NEGATIVE),
    INCOME_IMPLAUSIBLE(
            "人均纯收入过高",
            "an implausible income",
            "核对收支;属实则复核资格",
            "check it; if it is right, verify the household again",
            QualitySql.INCOME_IMPLAUSIBLE),
    CAUSE_MISSING(
            "缺主要致贫原因",
            "the main cause is missing",
            "补录主要致贫原因",
            "record the main cause",
            QualitySql.CAUSE_MISSING),
    CAUSES_TOO_MANY(
            "其他致贫原因超过两项",
            "more than two other causes",
            "更正致贫原因",
            "correct the causes",
            QualitySql.CAUSES_TOO_MANY),
    NOT_ANNOUNCED(
            "在册未公告",
            "a registered household that was not announced",
            "张贴识别公告并登记;已公告而未登记的,按实际日期补录",
            "announce it and record that; if it was announced, record it as of its day",
            QualitySql.NOT_ANNOUNCED),
    EXIT_WITHOUT_NOTICE(
            "脱贫未经公示",
            "an exit without its notice",
            "核对公示与脱贫日期;确未公示的,报县级处理",
            "check the notice and the day of the exit; if none hung, tell the county",
            QualitySql.EXIT_WITHOUT_NOTICE),
    EXIT_NOT_ANNOUNCED(
            "脱贫未公告",
            "an exit that was not announced",
            "张贴脱贫公告并登记;已公告而未登记的,按实际日期补录",
            "announce it and record that; if it was announced, record it as of its day",
            QualitySql.EXIT_NOT_ANNOUNCED),
    ENTERED_ABOVE_THE_LINE(
            "建档所依收入更正后不低于扶贫标准",
            "by the income as corrected since it was not below the poverty line it came in by",
            "报县级复核:误识别的移出(removal),更正有误的再行更正(survey-correction)",
            "the county looks into it: who should not have come in is removed (removal), a wrong correction is corrected (survey-correction)",
            QualitySql.ENTERED_ABOVE_THE_LINE),
    EXIT_INCOME_DIFFERS(
            "脱贫核实的收入与该年登记不符",
            "the income an exit was verified by differs from what is recorded of that year",
            "核对该年收入;登记有误的重新登记,核实有误的报县级撤销退出(exit-revocation)",
            "check the year's income; record it anew, or have the exit taken back when the verification was wrong (exit-revocation)",
            QualitySql.EXIT_INCOME_DIFFERS),
    JUDGED_BY_A_LINE_CORRECTED_SINCE(
            "按后来更正的扶贫标准判定",
            "judged by a poverty line that was corrected since",
            "结果相同的,无须处理;结果应不同的,报县级复核:误纳入的移出(removal),误退出的撤销退出(exit-revocation)",
            "where it comes out the same nothing is to be done; else the county looks into it: who should not have come in is removed (removal), an exit is taken back (exit-revocation)",
            QualitySql.JUDGED_BY_A_LINE_CORRECTED_SINCE),
    NOTICE_BY_A_RULE_CORRECTED_SINCE(
            "按后来更正的天数公示",
            "a notice that hung by a rule that was corrected since",
            "结果相同的,无须处理;未满更正后天数的,报县级复核,必要时重新公示",
            "where it hung long enough nothing is to be done; else the county looks into it, and another is posted where it must be",
            QualitySql.NOTICE_BY_A_RULE_CORRECTED_SINCE),
    VOTE_CORRECTED_SINCE(
            "评议票数更正后不应通过",
            "assessed by a vote that was corrected since, and did not pass",
            "报县级复核:误纳入的移出(removal),误退出的撤销退出(exit-revocation),未审批的不予识别(rejection)",
            "the county looks into it: who should not have come in is removed (removal), an exit is taken back (exit-revocation), who is not approved yet is rejected (rejection)",
            QualitySql.VOTE_CORRECTED_SINCE),
    OBJECTION_AFTER_STEP(
            "已办环节所依据的公示有未处理或成立的异议",
            "a step stands on a notice to which an objection is open, or was upheld",
            "未处理的,核实并登记处理(settlement);成立的,报县级复核:误纳入的移出(removal),误退出的撤销退出(exit-revocation)",
            "settle what is open (settlement); where one was upheld the county looks into it: who should not have come in is removed (removal), an exit is taken back (exit-revocation)",
            QualitySql.OBJECTION_AFTER_STEP),
    EXIT_WHILE_UNSAFE(
            "已脱贫户登记的住房或饮水不安全",
            "an exited household whose dwelling or water is on record as not safe",
            "入户核实;已解决的登记现状(description),未解决的整改,或报县级撤销退出(exit-revocation)",
            "go and look; record what is so now (description), mend what is not, or have the exit taken back (exit-revocation)",
            QualitySql.EXIT_WHILE_UNSAFE),
    SIGNED_BY_A_CHILD(
            "签字人未达规定年龄",
            "signed by somebody younger than the rule allows",
            "核对签字人;确系未成年的,由成年成员重新签字;同意退出的签字,已退出的报县级撤销退出(exit-revocation)",
            "check who signed; a child's signature is made anew by a member who is old enough; where it agreed to an exit that was decided since, have the exit taken back (exit-revocation)",
            QualitySql.SIGNED_BY_A_CHILD),
    GROUP_ENDED(
            "所在村民小组已撤销,去向不明",
            "its villagers' group has ended, and nobody says in which it lies now",
            "核实后登记该户现在的村民小组（move）",
            "find out, and record in which group it lies now (move)",
            QualitySql.GROUP_ENDED),
    VILLAGE_ENDED(
            "所在村已撤销,现属何村未登记",
            "its village has ended, and nobody says in which it lies now",
            "核实后登记该户现在的村（move,REDIVISION）",
            "find out, and record in which village it lies now (move, REDIVISION)",
            QualitySql.VILLAGE_ENDED),
    NO_HELPER(
            "在册户没有帮扶责任人",
            "a registered household without a helper",
            "明确帮扶责任人",
            "assign a helper",
            QualitySql.NO_HELPER),
    MONITORED_WITHOUT_HELPER(
            "监测对象没有帮扶责任人",
            "a monitored household without a helper",
            "明确监测帮扶责任人（helper）",
            "assign a helper (helper)",
            QualitySql.MONITORED_WITHOUT_HELPER),
    HELPER_OVERLOADED(
            "帮扶人帮扶户数超限",
            "a helper with more households than the rule allows",
            "调整帮扶责任人",
            "assign another helper",
            QualitySql.HELPER_OVERLOADED),
    NOT_VISITED(
            "上月无人走访",
            "nobody came in the last month",
            "入户走访并登记",
            "visit the household and record it",
            QualitySql.NOT_VISITED),
    PAYEE_NOT_ON_FILE(
            "到账时收款户不在档",
            "paid to a household that was not on file",
            "核对收款户,必要时追回",
            "check the payee, and claim the money back where it must be",
            QualitySql.PAYEE_NOT_ON_FILE),
    PAYEE_NOT_A_MEMBER(
            "到账时收款人不是该户成员",
            "paid to somebody who was no member of the household",
            "核对收款人;确非成员的,追回或改付",
            "check who was paid; whoever was no member pays back, or the right one is paid",
            QualitySql.PAYEE_NOT_A_MEMBER),
    PAYEE_DEAD(
            "到账时收款人已去世",
            "paid to somebody who had died",
            "核对收款人,追回或改付该户在世成员",
            "check who was paid; the money is claimed back, or a living member is paid",
            QualitySql.PAYEE_DEAD),
    PAYEE_EXCLUDED(
            "到账时收款人在排除名单上",
            "paid to somebody on an exclusion list",
            "核查名单所列情况;属实的追回,不影响的登记核查结果(exclusion-clearance)",
            "look into what the list says; claim the money back, or record that it was cleared (exclusion-clearance)",
            QualitySql.PAYEE_EXCLUDED),
    MEMBER_EXCLUDED(
            "在册户有成员在排除名单上",
            "a registered household with a member on an exclusion list",
            "核查名单所列情况;属实的按程序剔除,不影响的登记核查结果(exclusion-clearance)",
            "look into what the list says; remove the household, or record that it was cleared (exclusion-clearance)",
            QualitySql.MEMBER_EXCLUDED),
    LOAN_ABOVE_LIMIT(
            "扶贫小额信贷超过限额",
            "micro-credit above the limit",
            "核对贷款;登记有误的撤销(loans/correction),属实的按规定收回超额部分并登记归还",
            "check the loan; take back what was entered wrongly (loans/correction), or have what is above repaid",
            QualitySql.LOAN_ABOVE_LIMIT),
    LOAN_TOO_LONG(
            "扶贫小额信贷期限过长",
            "micro-credit for too long",
            "核对到期日;登记有误的撤销后重登",
            "check the day it is due; take back what was entered wrongly and report it anew",
            QualitySql.LOAN_TOO_LONG),
    LOAN_BORROWER_NOT_A_MEMBER(
            "放款时扶贫小额信贷借款人不是该户成员",
            "micro-credit of somebody who was no member of the household",
            "核对借款人和农户;登记有误的撤销后重登",
            "check who borrowed for which household; take back what was entered wrongly and report it anew",
            QualitySql.LOAN_BORROWER_NOT_A_MEMBER),
    LOAN_BORROWER_AGE(
            "扶贫小额信贷借款人年龄不符",
            "micro-credit of somebody too young or too old",
            "核对借款人;登记有误的撤销后重登",
            "check who borrowed; take back what was entered wrongly and report it anew",
            QualitySql.LOAN_BORROWER_AGE),
    LOAN_USED_BY_ENTERPRISE(
            "扶贫小额信贷由企业使用",
            "micro-credit used by an enterprise",
            "核查用途,属实的督促收回",
            "look into who uses it, and have it repaid",
            QualitySql.LOAN_USED_BY_ENTERPRISE),
    LOAN_NOT_REGISTERED(
            "放款时不是建档立卡户",
            "micro-credit to a household that was not registered",
            "核对放款对象和日期",
            "check to whom it was lent, and when",
            QualitySql.LOAN_NOT_REGISTERED),
    VILLAGE_PERSONS_DIFFER(
            "贫困村所报贫困人口与在册人数不符",
            "the poor persons stated of a village are not those on the register",
            "核对该村当日在册的户和成员,漏错的补正;所报人数有误的,更正该次识别或退出时载明的人数(poor-village-figures-correction)",
            "check who was on the register there that day and correct that; if the number stated is wrong, correct what the identification or exit stated (poor-village-figures-correction)",
            QualitySql.VILLAGE_PERSONS_DIFFER) {
        @Override
        public boolean isOfVillages() {
            return true;
        }
    },
    VILLAGE_RECHECK_FAILED(
            "贫困村退出复核验收不合格",
            "a poor village whose exit did not hold when it was rechecked",
            "补齐短板后再次复核验收并登记(village-exit-recheck)",
            "mend what is lacking, recheck it and record that (village-exit-recheck)",
            QualitySql.VILLAGE_RECHECK_FAILED) {
        @Override
        public boolean isOfVillages() {
            return true;
        }
    },
    VILLAGE_OBJECTION_AFTER_STEP(
            "贫困村识别或退出所依据的公示有未处理或成立的异议",
            "a village's step stands on a notice to which an objection is open, or was upheld",
            "未处理的,核实并登记处理(village-notice-settlement);成立的,报县级复核",
            "settle what is open (village-notice-settlement); where one was upheld the county looks into it",
            QualitySql.VILLAGE_OBJECTION_AFTER_STEP) {
        @Override
        public boolean isOfVillages() {
            return true;
        }
    },
    UNIT_CONTACT_DIFFERS(
            "单位联系户数与列名的户不符",
            "the households a unit is said to be in contact with are not as many as are named",
            "核对名单和户数,重新登记单位联系(unit-contact)",
            "check the list and the number, and record the contact anew (unit-contact)",
            QualitySql.UNIT_CONTACT_DIFFERS) {
        @Override
        public boolean isOfVillages() {
            return true;
        }
    };

    private final String zh;
    private final String en;
    private final String todoZh;
    private final String todoEn;
    private final String sql;

    QualityRule(String zh, String en, String todoZh, String todoEn, String sql) {
        this.zh = zh;
        this.en = en;
        this.todoZh = todoZh;
        this.todoEn = todoEn;
        this.sql = sql;
    }

    /** Of a village as a whole, and of no household. */
    public boolean isOfVillages() {
        return false;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String todoZh() {
        return todoZh;
    }

    public String todoEn() {
        return todoEn;
    }

    /** {@code no-head}: as addresses and answers write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sql() {
        return sql;
    }

    /**
     * @return null when nobody says
     * @throws Malformed naming the parameter
     */
    public static @Nullable QualityRule parse(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        for (var check : values()) {
            if (check.code().equals(code)) return check;
        }
        throw Check.notOneOf("rule", Arrays.stream(values()).map(QualityRule::code).toList());
    }
}
