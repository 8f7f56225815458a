package org.ytterby.formats.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/// The tables of the valid small package.
final class SmallTables {
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "parties.csv",
                """
                party,name,name_en,kind,country
                91110000MA0000001L,北方集团,North Group,group,CN
                91150000MA00000028,白云公司,White Cloud,enterprise,CN
                BUY,Kaisha,,foreign,JP
                LAB,Laboratory,,laboratory,
                """);
        ALL.put(
                "memberships.csv",
                """
                party,group,from,until
                91150000MA00000028,91110000MA0000001L,2019-01-01,
                """);
        ALL.put(
                "facilities.csv",
                """
                facility,party,name,stage,region,latitude,longitude,capacity_t_reo,deposit
                MINE,91150000MA00000028,Mine,mine,North,41.8,109.9,1000,bayan
                PLANT,91150000MA00000028,Plant,separation,North,40.6,109.8,1000,
                SHOP,91150000MA00000028,,outside,,,,,
                """);
        ALL.put(
                "permits.csv",
                """
                facility,activity,permit,from,until
                MINE,mining,M-1,2015-01-01,
                PLANT,smelting_separation,S-1,2015-01-01,2030-12-31
                """);
        ALL.put(
                "products.csv",
                """
                product,name,name_zh,stage,ore_type,hs_code
                conc,concentrate,精矿,concentrate,rock,25309020
                nd,neodymium oxide,氧化钕,separated,,28469015
                slag,slag,渣,waste,,
                """);
        ALL.put(
                "methods.csv",
                """
                method,quantity,element,random_rel,systematic_rel
                scale,mass,,0.001,0.001
                icp,assay,,0.006,0.004
                icp,assay,Nd,0.005,0.003
                """);
        ALL.put(
                "assays.csv",
                """
                assay,subject,measured_at,laboratory,method,basis,treo,La,Ce,Pr,Nd,Sm,Eu,Gd,Tb,Dy,Ho,Er,Tm,Yb,Lu,Y,Sc
                A1,conc,,LAB,icp,oxide,0.6,0.25,0.5,0.05,0.17,0.03,,,,,,,,,,,
                A2,L1,2019-01-05,LAB,icp,oxide,0.61,0.25,0.5,0.05,0.17,0.03,,,,,,,,,,,
                A3,nd,2019-01-01T08:00:00+08:00,LAB,icp,element,,,,,0.85,,,,,,,,,,,,
                A4,slag,,,,element,,0.1,0.2,,0.001,,,,,,,,,,,,
                """);
        ALL.put(
                "flows.csv",
                """
                record,type,time,from,entered,facility,direction,lot,product,mass_kg,moisture,method,partner,destination,document,value,currency,corrects
                R1,stocktake,2019-01-01T00:00:00+08:00,,,MINE,count,,,0,,,,,,,,
                R2,stocktake,2019-01-01T00:00:00+08:00,,,PLANT,count,O0,nd,5,,scale,,,,,,
                R3,extraction,2019-01-05,,2019-01-06,MINE,out,L1,conc,1000,0.08,scale,,,,,,
                R4,shipment,2019-01-10T08:00:00+08:00,,,MINE,out,L1,conc,1010,0.08,scale,PLANT,,INV-1,5000.5,CNY,
                R5,receipt,2019-01-11T08:00:00+08:00,,,PLANT,in,L1,conc,1000,0.08,scale,MINE,,INV-1,,,
                R6,processing,2019-01-20T08:00:00+08:00,2019-01-12T08:00:00+08:00,,PLANT,in,L1,conc,1000,0.08,scale,,,,,,
                R6,processing,2019-01-20T08:00:00+08:00,2019-01-12T08:00:00+08:00,,PLANT,out,O1,nd,90,,scale,,,,,,
                R6,processing,2019-01-20T08:00:00+08:00,2019-01-12T08:00:00+08:00,,PLANT,out,W1,slag,900,,scale,,,,,,
                R7,export,2019-01-25T08:00:00+08:00,,,PLANT,out,O1,nd,50,,scale,BUY,JP,LIC-1,,,
                R8,disposal,2019-01-26,,,PLANT,out,W1,slag,900,,,,,,,,
                R9,import,2019-01-27,,,PLANT,in,L2,conc,100,0.1,,MM,,CD-1,,,
                R10,receipt,2019-01-28,,,PLANT,in,L3,conc,10,,,SHOP,,INV-2,,,
                R11,stocktake,2019-01-31,,,MINE,count,,,0,,,,,,,,
                R12,stocktake,2019-01-31,,,PLANT,count,O1,nd,40,,scale,,,,,,
                R12,stocktake,2019-01-31,,,PLANT,count,L2,conc,100,0.1,scale,,,,,,
                R12,stocktake,2019-01-31,,,PLANT,count,L3,conc,10,,scale,,,,,,
                R12,stocktake,2019-01-31,,,PLANT,count,O0,nd,5,,scale,,,,,,
                R13,extraction,2019-01-05,,2019-01-20,MINE,out,L1,conc,1010,0.08,scale,,,,,,R3
                R14,disposal,2019-01-29,,,PLANT,out,O1,nd,1,,scale,,,,,,
                R15,cancellation,2019-01-30,,,PLANT,,,,,,,,,,,,R14
                """);
        ALL.put(
                "plans.csv",
                """
                plan,year,batch,kind,ore_type,holder,tonnes_reo,issued_on,revoked_on
                P1,2019,1,mining,rock,91110000MA0000001L,12,2019-01-01,
                P2,2019,1,smelting_separation,,91110000MA0000001L,12,2019-01-01,
                P3,2019,1,mining,rock,91110000MA0000001L,99,2019-01-01,2019-01-15
                """);
        ALL.put(
                "licences.csv",
                """
                licence,exporter,consignee,end_user,destination,product,mass_kg,valid_from,valid_until
                LIC-1,91150000MA00000028,BUY,motors,JP,nd,60,2019-01-01,2019-12-31
                """);
        ALL.put(
                "deposits.csv",
                """
                deposit,name,ore_type,La,Ce,Pr,Nd,Sm,Eu,Gd,Tb,Dy,Ho,Er,Tm,Yb,Lu,Y,Sc,spread
                bayan,Bayan Obo,rock,25,50,5,17,3,,,,,,,,,,,,0.15
                """);
        ALL.put(
                "partner_imports.csv",
                """
                country,year,month,hs_code,mass_kg
                JP,2019,1,284690,49.5
                """);
        ALL.put(
                "environmental_returns.csv",
                """
                facility,month,indicator,value,entered,document
                PLANT,2019-01,ammonia_nitrogen,11.5,2019-02-08,M-1
                """);
        ALL.put(
                "capacities.csv",
                """
                facility,kinds,approved_t,installed_t,technology_class,processes,from,until,clause
                PLANT,separation separation-mixed,9000,,A,ammonia_saponification,2015-01-01,,C-1
                """);
        ALL.put(
                "reserves.csv",
                """
                facility,reported_on,standard,proven_t_reo,resources_t_reo,mining_recovery,document
                MINE,2018-12-31,GB/T 17766-1999,120000,60000,0.9,R-1
                """);
        ALL.put(
                "stockpile.csv",
                """
                movement,day,direction,product,tonnes_reo,document
                S-1,2019-06-30,in,nd,10,D-1
                """);
    }

    private SmallTables() {}
}
