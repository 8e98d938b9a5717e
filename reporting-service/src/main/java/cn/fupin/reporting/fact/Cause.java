package cn.fupin.reporting.fact;

import java.util.Arrays;
import java.util.List;

/** 致贫原因, in the order of the forms. A code that is not here yet is shown as it is. */
public enum Cause {
    ILLNESS("因病", "illness"),
    DISABILITY("因残", "disability"),
    SCHOOLING("因学", "schooling"),
    DISASTER("因灾", "disaster"),
    LAND("缺土地", "lack of land"),
    WATER("缺水", "lack of water"),
    SKILLS("缺技术", "lack of skills"),
    LABOUR("缺劳力", "lack of labour"),
    CAPITAL("缺资金", "lack of capital"),
    TRANSPORT("交通条件落后", "poor transport"),
    MOTIVATION("自身发展动力不足", "lack of motivation"),
    OTHER("其他", "other"),
    MARRIAGE_COSTS("因婚", "costs of a marriage"),
    FUNERAL_COSTS("因丧", "costs of a funeral"),
    EPIDEMIC("因疫", "an epidemic");

    public static final List<String> CODES = Arrays.stream(values()).map(Cause::name).toList();

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
