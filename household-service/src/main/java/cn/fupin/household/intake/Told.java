package cn.fupin.household.intake;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that was not done, and why; never with anybody's data.
 *
 * @param reason for programs: a refusal's reason, or what differs
 */
record Told(String cell, String reason, String zh, String en) {
    /** Whether nobody knows that the line is of the household that has its number. */
    boolean mayBeOfAnother() {
        return reason.equals(Difference.ANOTHER_HOUSEHOLD.name())
                || reason.equals(Difference.MEMBER_ERASED.name());
    }

    /** What a file may not change: it is listed, and done in its own request. */
    enum Difference {
        NOT_IN_THE_COURSE(
                "该户已不在识别过程中，未列入评议和公示，未作改动",
                "the household is not in the course of identification any more: it was left out of meeting and notices, nothing was changed"),
        ON_REGISTER_ALREADY(
                "该户已由别的途径录入，未作改动", "the household was entered otherwise; nothing was changed"),
        ANOTHER_HOUSEHOLD(
                "这个户编号在本乡镇已属于另一户（成员全不相同），未作改动；请给该户另编一个号",
                "this number is another household's of the township already: none of the members is the same; nothing was changed, give it another number"),
        PLACE_DIFFERS(
                "村、组或申请日期与已录入的不同，未作改动；迁居的请用 /move",
                "village, group or day of application differ from what was entered; nothing was changed, a household that moved takes a /move"),
        MEMBER_ADDED(
                "文件中多出的成员，未录入；请用 /member-joining（注明出生、婚入等原因和日期），原无号码的成员补录号码请用 /member-identification，号码有误的请用 /member-correction",
                "a member more than was entered; enter a /member-joining with its reason and day, a /member-identification of one who had no number, or a /member-correction of one who had a wrong one"),
        MEMBER_GONE(
                "已录入的成员不在文件中，未作改动；请用 /member-leaving（注明去世、婚出等原因和日期），号码有误的请用 /member-correction",
                "a member that was entered is not in the file; enter a /member-leaving with its reason and day, or a /member-correction where the number was wrong"),
        NAME_OR_RELATION_DIFFERS(
                "姓名或与户主关系与已录入的不同，未作改动；姓名有误的请用 /member-correction，户主已换的请用 /head-change，其他关系有变的请用 /member-description",
                "name or relation differ from what was entered; nothing was changed: correct a name by /member-correction, change the head by /head-change and another relation by /member-description"),
        MEMBER_WITHOUT_NUMBER_DIFFERS(
                "无证件号码成员的情况有变，未作改动；请用 /member-description（按 personId）录入",
                "what is said of a member without a number differs; enter a /member-description by personId"),
        CELL_EMPTIED(
                "此前录入过、文件中现为空，原有内容未作改动；情况有变的请填写现在的情况，或用 /member-description、/description 录入",
                "was entered before and is empty in the file now: what was entered stands; say what is so now, in the file or by a /member-description or /description"),
        SURVEY_GONE(
                "此前录入的入户调查和收入在文件中现为空，未作改动",
                "the survey and income that were entered are empty in the file now; nothing was changed"),
        CHANGED_SINCE(
                "录入之后已有别的改动，未覆盖；请核对后单独更正",
                "something was changed since the file entered it; nothing was overwritten"),
        NEEDS_APPROVER(
                "更正须由另一人批准：请在导入时填写批准人和更正原因",
                "a correction needs somebody else's approval: give approvedBy and reason with the run"),
        MEMBER_ERASED(
                "该户有成员的个人信息已经销毁，无法与文件核对，未作改动；请单独录入",
                "a member's personal data was erased: it cannot be compared with the file; nothing was changed, enter it by itself"),
        SURVEY_DIFFERS(
                "调查日期、调查人、饮水安全或住房安全与已录入的调查不同，未作改动；请核对，如情况有变请重新调查",
                "day, surveyors, water or housing differ from the survey that was entered; these were not changed"),
        VOTES_DIFFER(
                "赞成票或反对票与已录入的评议不同，未作改动",
                "the votes differ from the meeting that was entered; nothing was changed"),
        KIND_DIFFERS(
                "贫困户属性或识别标准与已录入的不同，未作改动；请用 /reclassification",
                "type or standard differ from what was entered; enter a /reclassification"),
        HOUSEHOLD_NUMBER_DIFFERS(
                "建档立卡户编号与已录入的不同，未作改动；有误的请用 /number-correction",
                "the household's number differs from the one it has; nothing was changed, a wrong one takes a /number-correction"),
        HELPER_DIFFERS(
                "帮扶责任人与已录入的不同，未作改动；更换请用 /helper",
                "the helper differs from what was entered; a /helper names the next"),
        COURSE_DIFFERS(
                "该村评议、公示或审批的情况与已录入的不同，未作改动",
                "meeting, notices or approval differ from what was entered; nothing was changed");

        private final String zh;
        private final String en;

        Difference(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Told at(String cell) {
            return new Told(cell, name(), zh, en);
        }

        Told at(String cell, List<Column> columns) {
            var titles = columns.stream().map(Column::title).collect(Collectors.joining("、"));
            return new Told(cell, name(), titles + "：" + zh, titles + ": " + en);
        }
    }
}
