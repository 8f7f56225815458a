package org.ytterby.core.supervision;

import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.material.ProductStage;

/// What the words of the files read like in both languages.
public final class Words {
    private Words() {}

    public static Text of(FlowType type) {
        return new Text(
                type.code(),
                switch (type) {
                    case EXTRACTION -> "开采";
                    case PROCESSING -> "加工";
                    case SHIPMENT -> "发货";
                    case RECEIPT -> "收货";
                    case IMPORT -> "进口";
                    case EXPORT -> "出口";
                    case DISPOSAL -> "处置";
                    case STOCKTAKE -> "盘点";
                    case CANCELLATION -> "撤销";
                });
    }

    public static Text of(ProductStage stage) {
        return new Text(
                stage.code().replace('_', ' '),
                switch (stage) {
                    case ORE -> "原矿";
                    case CONCENTRATE -> "精矿";
                    case MIXED -> "混合物";
                    case SEPARATED -> "单一氧化物";
                    case METAL -> "金属";
                    case ALLOY -> "合金";
                    case MAGNET -> "磁材";
                    case HYDROGEN_STORAGE -> "储氢材料";
                    case POLISHING -> "抛光粉";
                    case CATALYST -> "催化材料";
                    case LUMINESCENT -> "发光材料";
                    case MOTOR -> "电机";
                    case DEVICE -> "器件";
                    case IN_PROCESS -> "在制品";
                    case SCRAP -> "废料";
                    case WASTE -> "废渣";
                });
    }
}
