package cn.fupin.household.intake;

/** What a file is checked for, and what its sender is to do. No text repeats what a cell holds. */
enum ImportRule {
    NO_HEADER(
            true,
            "没有认出表头：请使用模板，不要改动第一行的列名",
            "no header was recognised; use the template and keep its titles"),
    COLUMN_MISSING(
            true, "缺少必需的列：请从模板补上该列", "a required column is missing; take it from the template"),
    COLUMN_TWICE(true, "同一列出现两次：请删去一列", "the column is there twice; delete one"),
    COLUMN_ELSEWHERE(
            false,
            "这一列不属于这张表，不会导入：请移到所属的表（“户”“成员”或“过程”）",
            "the column is not read in this sheet and is not imported; put it where it belongs"),
    SHEET_UNKNOWN(
            false,
            "这张表没有认出表头，其中的内容不会导入",
            "no titles were recognised in this sheet, so it is not imported"),
    COLUMN_UNKNOWN(false, "不认识的列，不会导入；请核对列名", "an unknown column is not imported; check its title"),
    TOO_MANY_FINDINGS(
            false,
            "问题太多，只列出前两万条：请先改正这些，再上传核查",
            "there are more findings than are listed; mend these and send the file again"),
    NO_HOUSEHOLDS(true, "文件中没有任何农户", "there is no household in the file"),
    NUMBER_LOST_DIGITS(
            true,
            "户编号被当作数字，末几位已丢失：请将该列设为“文本”格式后重新录入",
            "the number lost its last digits; format the column as text and type it again"),
    REQUIRED(true, "必填：请补填", "is required"),
    FORMULA_ERROR(true, "公式出错，没有结果：请改填数值", "the formula has no result; type the value"),
    NOT_A_CHOICE(true, "不在可选范围内：请从下拉列表选择", "is none of the choices; take one from the list"),
    NOT_A_NUMBER(true, "应为数字：请只填数字，不带单位", "must be a number without a unit"),
    NOT_WHOLE(true, "应为整数", "must be a whole number"),
    NOT_A_DATE(true, "不是有效日期：请按 2014-04-01 填写", "is no date; write it as 2014-04-01"),
    DATE_IN_THE_FUTURE(true, "日期晚于今天：请核对", "is later than today"),
    DATE_OUT_OF_ORDER(true, "早于前一步骤的日期：请核对各步日期的先后", "is before the day of the step before it"),
    TOO_LONG(true, "文字太长：请缩短", "is too long"),
    OUT_OF_RANGE(true, "超出合理范围：请核对数值和单位", "is out of range; check number and unit"),
    BROKEN_CHARACTER(
            true,
            "含无法保存或看不见的字符：请重新录入",
            "holds a character that cannot be stored or seen; type it again"),
    TOO_MANY_ENTRIES(
            true,
            "项数太多：技能最多 10 项，调查人最多 20 人",
            "has too many entries: at most 10 skills, at most 20 surveyors"),
    PERSONAL_NUMBER(
            true, "此处不得填写身份证号、手机号或银行卡号：请删去", "must not hold an identity, phone or card number"),
    CONTRADICTS(
            true, "同一户的这一项前后不一致：请改为一致", "says something else than another line of the household"),
    DUPLICATE_LINE(false, "与前面一行完全相同，只取一行", "is the same as a line before and is taken once"),
    DUPLICATE_HOUSEHOLD(true, "户编号重复：同一户只能有一行", "the household is there twice"),
    FILE_NUMBER_LOST_DIGITS(
            true,
            "建档立卡户编号被当作数字，末几位已丢失：请将该列设为“文本”格式后重新录入",
            "the household's number was taken for a quantity and lost its last digits: format the column as text and enter it anew"),
    NOT_A_HOUSEHOLD_NUMBER(
            true, "建档立卡户编号应为 1 至 20 位字母和数字", "a household's number is 1 to 20 letters and digits"),
    HOUSEHOLD_NUMBER_TWICE(
            true,
            "同一建档立卡户编号在文件中出现两次：请核对是哪一户的",
            "the same household's number is in the file twice; check whose it is"),
    HOUSEHOLD_NUMBER_OF_ANOTHER(
            true,
            "该建档立卡户编号已属于另一户：请核对；对方有误的，先用 /number-correction 更正对方",
            "this household's number is another household's; check it, and correct the other by /number-correction where that is wrong"),
    ORPHAN_MEMBER(true, "“户”表中没有这个户编号：请核对户编号或补上该户", "there is no household of this number"),
    HOUSEHOLD_UNKNOWN(
            true,
            "本村没有这一户：户标识不要改动，或取新的走访包重填",
            "is no household of this village; keep the id as it was, or take a new kit"),
    NOT_A_RELATION(
            true,
            "每行写一名成员：标识、空格、与新户主的关系（如“子女”）",
            "must be one member a line: the id, a space and the relation to the new head"),
    NO_MEMBERS(true, "该户没有任何成员：请在“成员”表补填", "the household has no members"),
    TOO_MANY_MEMBERS(
            true, "一户的成员太多：请核对户编号是否重复使用", "has too many members; is the number used twice?"),
    NO_HEAD(true, "该户没有户主：请将一名成员的与户主关系填为“户主”", "the household has no head"),
    TWO_HEADS(true, "该户有两名以上户主：只能有一名", "the household has more than one head"),
    TWO_SPOUSES(false, "该户户主有两名以上配偶：请核对", "the head has more than one spouse; check"),
    SIZE_DIFFERS(true, "家庭人口数与“成员”表中的人数不符：请核对", "is not the number of members listed"),
    NAME_HAS_DIGITS(true, "姓名不能含数字", "a name holds no digits"),
    NAME_NOT_LETTERS(
            true,
            "姓名只能是文字：请删去符号；长名各部分之间用 ·",
            "a name holds only letters, with · between the parts of a long one"),
    NAME_LOST_A_CHARACTER(
            true,
            "姓名中有字未能保存（? 或空白方框）：请用支持生僻字的输入法重新录入",
            "a character of the name was lost; type it again"),
    IDENTITY_MISSING(
            true,
            "没有证件号码：请补填；确无号码者须填性别、出生日期和无证件原因",
            "has no identity number; without one sex, birth date and a reason are needed"),
    REASON_BESIDE_NUMBER(
            false,
            "已有证件号码，无证件原因不会录入：请核对",
            "has a number, so the reason for having none is not entered"),
    IDENTITY_LOST_DIGITS(
            true,
            "号码被当作数字，末几位已丢失：请将该列设为“文本”格式后重新录入全部 18 位",
            "the number was taken for a number and lost its last digits; format the column as text and type all 18 again"),
    IDENTITY_15(
            true, "是 15 位旧号码：请改填 18 位公民身份号码", "is an old number of 15 digits; give the one of 18"),
    IDENTITY_LENGTH(true, "应为 18 位：请核对是否多填或漏填", "must have 18 characters"),
    IDENTITY_SHAPE(true, "只能是数字，末位可为 X", "must be digits, the last may be X"),
    IDENTITY_CHECKSUM(
            true, "校验码不符：有一位填错，请对照证件核对", "the check character does not fit; compare with the card"),
    IDENTITY_BIRTH_DATE(
            true, "其中的出生日期无效：请对照证件核对", "holds no valid birth date; compare with the card"),
    IDENTITY_IS_CERTIFICATE(
            true,
            "这是残疾证号：请填到“残疾证号”列，此处填身份证号",
            "is a disability certificate's number; put it into its own column"),
    SEX_DIFFERS(true, "性别与身份证号不符：请核对两处", "is not the sex in the identity number"),
    BIRTH_DATE_DIFFERS(true, "出生日期与身份证号不符：请核对两处", "is not the birth date in the identity number"),
    BORN_AFTER_APPLICATION(true, "出生日期晚于申请日期", "was born after the application"),
    MEMBER_WITHOUT_NUMBER_TWICE(
            true,
            "本户两名无证件成员同名、同日出生：重复的删去一行，双胞胎写明各自的名字",
            "two members without a number have one name and birth day: delete a line, or say the name of each twin"),
    PERSON_TWICE(true, "同一证件号码在文件中出现两次：一人只能在一户", "the same number is in the file twice"),
    PERSON_IN_ANOTHER_HOUSEHOLD(
            true, "该人已在另一在册农户中：请先核对，由原户办理离户", "is a member of another active household already"),
    PERSON_ELSEWHERE_THEN(
            true,
            "申请日期当天该人仍属另一户：请核对申请日期和该人离户的日期",
            "belonged to another household on the day of application; check that day and the day of leaving"),
    PERSON_DIED(
            true,
            "该人已登记死亡：请删去此行；死亡登记有误的，请在原户用 /member-joining 重新登记加入",
            "is recorded as dead; delete the line, or enter a member-joining of that household if that is wrong"),
    SPLIT_FOR_ELIGIBILITY(
            true,
            "禁止拆户分户：该人在规定期限内属于另一在册或申请中的户；确因婚嫁、收养或依法分户的，请用 /application 附依据（separation）单独录入",
            "no splitting of households for eligibility; for marriage, adoption or a division by law enter an application with its separation by hand"),
    EXCLUDED(
            false,
            "该人在不予识别的名单上：只录入申请和入户调查，登记会被拒绝；经核实的请用 /exclusion-clearance 登记后再导入",
            "is named in a list of those not to be registered: the registration will be refused until an exclusion-clearance is entered"),
    ANOTHER_HOUSEHOLD(
            false,
            "本乡镇这个户编号的户已经录入，其现有成员与文件全不相同，不会录入：请给该户另编一个号",
            "a household of this number was entered in the township and none of its members is in the file: nothing is entered, give it another number"),
    NOT_A_MEMBER(
            false,
            "该人不是已录入的该户的现有成员，不会录入：加入的请用 /member-joining，号码已更正的请填更正后的号码，已离开的请删去此行",
            "is no present member of the household that was entered: enter a /member-joining, give the number as it was corrected, or delete the line"),
    PHONE_SHAPE(true, "不是有效的电话号码", "is no phone number"),
    CARD_SHAPE(
            true,
            "不是有效的银行卡号：应为 12 至 20 位数字，且以文本格式填写",
            "is no card number: 12 to 20 digits, as text"),
    CARD_LOST_DIGITS(
            true,
            "卡号被当作数字，末几位已丢失：请将该列设为“文本”格式后重新录入",
            "the number lost its last digits; format the column as text and type it again"),
    CERTIFICATE_SHAPE(
            true,
            "残疾证号应为 20 位，前 18 位为身份证号；补发的后加 B 和一位数字",
            "must have 20 characters, the first 18 the identity number; one issued again has B and a digit after them"),
    DISABILITY_WITHOUT_CATEGORY(
            false, "健康状况为残疾，但没有残疾类别和等级：请补填", "is disabled, but category and grade are missing"),
    MONTHS_WITHOUT_PLACE(true, "填了务工月数，却没有务工地点：请补填", "months of work need the place of work"),
    GRADE_WITHOUT_CATEGORY(true, "残疾类别和等级须同时填写", "category and grade go together"),
    STUDENT_OF_STRANGE_AGE(false, "在校生的年龄少见：请核对", "is a student of an unusual age; check"),
    WORKER_OF_STRANGE_AGE(false, "不满 16 岁或超过 90 岁却有劳动能力：请核对", "can work at an unusual age; check"),
    VILLAGE_UNKNOWN(
            true,
            "没有这个行政村：请填 12 位统计用区划代码（不带 region- 前缀），并先列入该村",
            "is no listed village; give its 12-digit code, without region-"),
    VILLAGE_ELSEWHERE(true, "该村不在本次导入的区划之内", "the village lies outside of the import's region"),
    GROUP_UNKNOWN(
            true,
            "该村当日没有此村民小组：请填所列小组的组号或名称",
            "the village has no such group on that day; give the number or name of one listed"),
    VILLAGE_ENDED(true, "该村在申请日期之前已经撤并：请填当时有效的村", "the village had ended before the application"),
    MAIN_CAUSE_MISSING(true, "没有主要致贫原因：须填一项", "the main cause is missing"),
    TOO_MANY_CAUSES(true, "其他致贫原因最多两项", "at most two other causes"),
    CAUSE_TWICE(true, "同一致贫原因填了两次", "the same cause is named twice"),
    INCOME_NEGATIVE(true, "收入和支出不能为负数", "must not be negative"),
    INCOME_IMPLAUSIBLE(
            true,
            "金额高得不合理（每户每年 100 万元以上）：请核对是否填了分或多填了零",
            "more than a million yuan a year; check unit and zeros"),
    NET_INCOME_NEGATIVE(false, "支出大于各项收入之和，净收入为负：请核对", "the cost is above all income; check"),
    INCOME_PER_HEAD_IMPLAUSIBLE(
            false,
            "人均纯收入高于当地规定的上限（没有规定时为当年扶贫标准的十倍）：请核对",
            "the income per head is above what a rule there takes for plausible (without one: ten times the poverty line); check"),
    ROUNDED_TO_FEN(
            false,
            "超过两位小数，取到分录入：请核对",
            "has more than two decimals and is entered to the fen; check"),
    INCOME_YEAR_NOT_BEFORE_EXIT(
            false,
            "该户已按这一年度或更早年度的收入核实退出，更正会被拒绝：调查收入的年度须更早，退出有误的请先用 /exit-revocation",
            "the exit was verified by the income of that year or an earlier one: a correction to it will be refused; an exit that was wrong takes an /exit-revocation first"),
    INCOME_ALL_ZERO(false, "五项收支全部为零：请核对", "all items are zero; check"),
    PER_HEAD_DIFFERS(
            true,
            "与各项收入合计除以人数不符（相差 1 元以上）：请核对",
            "differs from the items' sum divided by the members"),
    INCOME_INCOMPLETE(
            true,
            "收入各项、收入年度、调查日期和调查人须一并填写",
            "income items, year, survey date and surveyors go together"),
    NEEDS_SURVEY(
            false,
            "没有调查日期、收入年度和收入各项，这一项不会录入：请一并补填",
            "without the survey's day, year and income items this is not entered; give them too"),
    NO_LINE(true, "该年度的扶贫标准尚未设定：请先由县设定", "no poverty line is set for the year"),
    INCOME_NOT_BELOW_LINE(
            true, "人均纯收入不低于当年扶贫标准，不能建档立卡", "the income per head is not below the line"),
    NO_COURSE(
            false,
            "“过程”表中没有该村该批次：只录入申请和入户调查，不会成为在册贫困户",
            "there is no course for the village and batch: only application and survey are entered"),
    NEEDS_COURSE(
            false,
            "没有该村该批次的过程，这一项及同行的属性、标准、致贫原因、票数、帮扶人都不会录入：请补填“过程”表，或登记时另行录入",
            "without a course this and the line's type, standard, causes, votes and helper are not entered: fill in the course, or enter them by hand"),
    RUN_BY_THE_COUNTY(
            false,
            "“过程”含县的审批：核查后须由县扶贫部门执行导入（/run），乡镇执行会被拒绝；没有“过程”的文件可由乡镇执行",
            "the courses hold what the county decided: somebody of the county has to run the file; one without courses the township may run"),
    COURSE_WITHOUT_HOUSEHOLDS(
            false,
            "文件中没有该村该批次的户，这一行不会录入：请核对村编码和批次",
            "the file has no household of this village and batch, so the line is not entered; check both"),
    COURSE_TWICE(true, "同一村同一批次有两行过程", "there are two lines for the village and batch"),
    COURSE_NEEDS_SURVEY(
            true, "要成为在册贫困户须有入户调查和收入：请补填", "registration needs the survey and the income"),
    COURSE_UNSET(
            true, "该村该批次的过程一行有错误：请先改正“过程”表", "the village's line in the sheet of courses is bad"),
    VOTED_DOWN(true, "赞成票不多于反对票，评议未通过", "was voted down"),
    MORE_VOTES_THAN_PRESENT(true, "票数多于到会人数", "more votes than persons present"),
    NO_NOTICE_RULE(true, "当地当时没有公示天数的规则：请先由县设定", "no rule says how long a notice hangs there"),
    HOTLINE_MISSING(
            true, "当地规定公示须载明监督电话：请补填", "by a rule there a notice names a telephone for objections"),
    NOTICE_TOO_SHORT(true, "公示期不足：从公示次日起须满规定天数", "the notice did not hang for its legal duration"),
    QUOTA_MISSING(true, "当年没有建档立卡规模：请先由县下达", "there is no quota of the year"),
    QUOTA_TOO_SMALL(
            false,
            "当年剩余规模不够文件中的人数，超出的户会被拒绝",
            "the places left are fewer than the persons; the rest will be refused"),
    HELPER_INCOMPLETE(true, "帮扶责任人编号、单位和开始日期须一并填写", "helper, unit and date go together"),
    NO_HELPER_RULE(
            true,
            "当地当时没有帮扶户数的规则：请先由县设定",
            "no rule says how many households a helper may have there"),
    HELPER_HAS_TOO_MANY_HOUSEHOLDS(
            true,
            "该帮扶责任人的户数（连同文件中前面的户）已达上限：请换一名责任人",
            "the helper has as many households as are allowed, with those before in the file; name another"),
    HELPER_BY_NAME(
            true,
            "应填帮扶责任人的编号(英文字母、数字和 . _ @ -)，不填姓名：编号会写入永久记录",
            "must be the helper's id (letters, digits and . _ @ -), not a name: it stands in clear"
                    + " for ever"),
    HOUSEHOLD_ENDED(
            false,
            "该户已录入，现已不是有效户：文件中不同的内容不会录入",
            "the household was entered and is not active any more: what differs is not entered"),
    HANDLED_BY_HAND(
            false,
            "该户的调查、评议、审核或登记已另行录入：文件不能接着录入，请继续逐项录入",
            "the next step of this household was entered by hand already: go on by hand"),
    LIES_ELSEWHERE(
            false,
            "该户已录入在别的村，或已迁出该村：文件不会改动，后续步骤请逐项录入；村填错的请改正，迁居的请用 /move",
            "the household was entered in another village or has moved: the file changes nothing and takes no further step; mend the code, or enter a move"),
    BEFORE_THE_OPENING(
            false,
            "上传时所选的日期（asOf）早于该户建立档案之日：不同的内容会被拒绝，请用较晚的日期上传",
            "the day given with the upload is before the household's file was opened: what differs will be refused"),
    PART_OF_WHOLE(true, "大于其所属的总面积", "is more than the whole it is of");

    private final boolean bad;
    private final String zh;
    private final String en;

    ImportRule(boolean bad, String zh, String en) {
        this.bad = bad;
        this.zh = zh;
        this.en = en;
    }

    /** Whether the household cannot be taken; otherwise somebody should look. */
    boolean isBad() {
        return bad;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
