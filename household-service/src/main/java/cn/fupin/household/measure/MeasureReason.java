package cn.fupin.household.measure;

import cn.fupin.backbone.command.Reason;

/** Why a kind of measures is not enacted, or not ended. */
enum MeasureReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    ALREADY_ENACTED("该类别已经施行", "this kind is enacted there already"),
    NOT_ENACTED("该类别在当地没有施行", "this kind is not enacted there"),
    ALREADY_ENDED("该类别已经停用", "this kind has ended there already"),
    NOT_AFTER_IT_TOOK_EFFECT("停用日期须晚于施行日期", "it must end after it took effect");

    private final String zh;
    private final String en;

    MeasureReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public boolean retryable() {
        return false;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
